//! Turns a view into as much of it as its template can ask for.
//! Knows nothing of what the values are for, nor of what they are written to.
//!
//! [`Shown`] serialises as what it holds does, but for the fields of structs whose names no template says: making the
//! values of a page cost more than the page. The keys of maps are data, not names, and all stay.

use super::Asked;
use serde::ser::{
    Serialize, SerializeMap, SerializeSeq, SerializeStruct, SerializeStructVariant, SerializeTuple,
    SerializeTupleStruct, SerializeTupleVariant, Serializer,
};

/// A value without the fields that nobody asks for, at any depth.
pub struct Shown<'a, T: ?Sized> {
    pub(super) value: &'a T,
    pub(super) asked: &'a Asked,
}

impl<T: Serialize + ?Sized> Serialize for Shown<'_, T> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        self.value.serialize(Filter { to, asked: self.asked })
    }
}

/// Hands everything on to `to`, but for the fields that nobody asks for.
struct Filter<'a, S> {
    to: S,
    asked: &'a Asked,
}

impl<'a, S> Filter<'a, S> {
    fn shown<'v, T: ?Sized>(&self, value: &'v T) -> Shown<'v, T>
    where
        'a: 'v,
    {
        Shown { value, asked: self.asked }
    }

    fn within<C>(self, open: impl FnOnce(S) -> C) -> Filter<'a, C> {
        Filter { to: open(self.to), asked: self.asked }
    }
}

/// What has no fields is handed on as it is.
macro_rules! as_it_is {
    ($($method:ident: $type:ty),*) => {
        $(fn $method(self, value: $type) -> Result<S::Ok, S::Error> { self.to.$method(value) })*
    };
}

/// What has parts is opened, and its parts are looked at one by one.
macro_rules! by_part {
    ($($method:ident($($name:ident: $type:ty),*) -> $opened:ident),*) => {
        $(fn $method(self, $($name: $type),*) -> Result<Self::$opened, S::Error> {
            let opened = self.within(|to| to.$method($($name),*));
            Ok(Filter { to: opened.to?, asked: opened.asked })
        })*
    };
}

impl<'a, S: Serializer> Serializer for Filter<'a, S> {
    type Ok = S::Ok;
    type Error = S::Error;
    type SerializeSeq = Filter<'a, S::SerializeSeq>;
    type SerializeTuple = Filter<'a, S::SerializeTuple>;
    type SerializeTupleStruct = Filter<'a, S::SerializeTupleStruct>;
    type SerializeTupleVariant = Filter<'a, S::SerializeTupleVariant>;
    type SerializeMap = Filter<'a, S::SerializeMap>;
    type SerializeStruct = Filter<'a, S::SerializeStruct>;
    type SerializeStructVariant = Filter<'a, S::SerializeStructVariant>;

    as_it_is! {
        serialize_bool: bool, serialize_i8: i8, serialize_i16: i16, serialize_i32: i32, serialize_i64: i64,
        serialize_i128: i128, serialize_u8: u8, serialize_u16: u16, serialize_u32: u32, serialize_u64: u64,
        serialize_u128: u128, serialize_f32: f32, serialize_f64: f64, serialize_char: char, serialize_str: &str,
        serialize_bytes: &[u8], serialize_unit_struct: &'static str
    }

    by_part! {
        serialize_seq(len: Option<usize>) -> SerializeSeq,
        serialize_tuple(len: usize) -> SerializeTuple,
        serialize_tuple_struct(name: &'static str, len: usize) -> SerializeTupleStruct,
        serialize_tuple_variant(name: &'static str, index: u32, variant: &'static str, len: usize)
            -> SerializeTupleVariant,
        serialize_map(len: Option<usize>) -> SerializeMap,
        serialize_struct(name: &'static str, len: usize) -> SerializeStruct,
        serialize_struct_variant(name: &'static str, index: u32, variant: &'static str, len: usize)
            -> SerializeStructVariant
    }

    fn serialize_none(self) -> Result<S::Ok, S::Error> {
        self.to.serialize_none()
    }

    fn serialize_unit(self) -> Result<S::Ok, S::Error> {
        self.to.serialize_unit()
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<S::Ok, S::Error> {
        let value = self.shown(value);
        self.to.serialize_some(&value)
    }

    fn serialize_unit_variant(
        self,
        name: &'static str,
        index: u32,
        variant: &'static str,
    ) -> Result<S::Ok, S::Error> {
        self.to.serialize_unit_variant(name, index, variant)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        name: &'static str,
        value: &T,
    ) -> Result<S::Ok, S::Error> {
        let value = self.shown(value);
        self.to.serialize_newtype_struct(name, &value)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        name: &'static str,
        index: u32,
        variant: &'static str,
        value: &T,
    ) -> Result<S::Ok, S::Error> {
        let value = self.shown(value);
        self.to.serialize_newtype_variant(name, index, variant, &value)
    }

    fn is_human_readable(&self) -> bool {
        self.to.is_human_readable()
    }
}

/// The parts of what has no names for them.
macro_rules! parts {
    ($($trait:ident: $method:ident),*) => {
        $(impl<S: $trait> $trait for Filter<'_, S> {
            type Ok = S::Ok;
            type Error = S::Error;

            fn $method<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), S::Error> {
                let value = self.shown(value);
                self.to.$method(&value)
            }

            fn end(self) -> Result<S::Ok, S::Error> {
                self.to.end()
            }
        })*
    };
}

parts! {
    SerializeSeq: serialize_element, SerializeTuple: serialize_element, SerializeTupleStruct: serialize_field,
    SerializeTupleVariant: serialize_field
}

/// The fields of structs: here is what is left out.
macro_rules! fields {
    ($($trait:ident),*) => {
        $(impl<S: $trait> $trait for Filter<'_, S> {
            type Ok = S::Ok;
            type Error = S::Error;

            fn serialize_field<T: Serialize + ?Sized>(
                &mut self,
                name: &'static str,
                value: &T,
            ) -> Result<(), S::Error> {
                if !self.asked.holds(name) {
                    return self.to.skip_field(name);
                }
                let value = self.shown(value);
                self.to.serialize_field(name, &value)
            }

            fn end(self) -> Result<S::Ok, S::Error> {
                self.to.end()
            }
        })*
    };
}

fields! { SerializeStruct, SerializeStructVariant }

impl<S: SerializeMap> SerializeMap for Filter<'_, S> {
    type Ok = S::Ok;
    type Error = S::Error;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), S::Error> {
        self.to.serialize_key(key)
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), S::Error> {
        let value = self.shown(value);
        self.to.serialize_value(&value)
    }

    fn end(self) -> Result<S::Ok, S::Error> {
        self.to.end()
    }
}

#[cfg(test)]
mod tests {
    use super::super::asked::{self, Template};
    use serde::Serialize;
    use std::collections::BTreeMap;

    #[derive(Serialize)]
    struct Row {
        text: &'static str,
        href: Option<&'static str>,
        below: Vec<Row>,
        pair: (Option<Leaf>, u8),
        by_name: BTreeMap<&'static str, Leaf>,
        kind: Kind,
    }

    #[derive(Serialize)]
    struct Leaf {
        text: &'static str,
        note: &'static str,
    }

    #[derive(Serialize)]
    enum Kind {
        Plain,
        Named { text: &'static str, note: &'static str },
        Holding(Leaf),
    }

    fn leaf() -> Leaf {
        Leaf { text: "l", note: "n" }
    }

    fn row(below: Vec<Row>, kind: Kind) -> Row {
        let by_name = BTreeMap::from([("note", leaf())]);
        Row { text: "a", href: None, below, pair: (Some(leaf()), 2), by_name, kind }
    }

    fn shown(template: &str) -> serde_json::Value {
        let file = Template { name: "a.html", short: "a.html", text: template };
        let asked = asked::by_template(&[file])["a.html"].clone();
        let kind = Kind::Named { text: "k", note: "n" };
        let value = row(vec![row(Vec::new(), Kind::Plain), row(Vec::new(), Kind::Holding(leaf()))], kind);
        serde_json::to_value(asked.of(&value)).unwrap()
    }

    #[test]
    fn fields_that_nobody_names_are_left_out_at_any_depth() {
        let found = shown("{{ it.text }} {{ it.below }} {{ it.pair }} {{ it.by_name }} {{ it.kind }}");
        let inner = |kind: serde_json::Value| {
            serde_json::json!({
                "text": "a", "below": [], "pair": [{ "text": "l" }, 2], "by_name": { "note": { "text": "l" } },
                "kind": kind,
            })
        };
        let below = [inner("Plain".into()), inner(serde_json::json!({ "Holding": { "text": "l" } }))];
        let mut outer = inner(serde_json::json!({ "Named": { "text": "k" } }));
        outer["below"] = below.into_iter().collect();
        assert_eq!(found, outer);
    }

    #[test]
    fn a_template_that_may_ask_for_anything_is_given_all() {
        let found = shown("{{ page }}");
        assert_eq!(found["href"], serde_json::Value::Null);
        assert_eq!(found["kind"]["Named"]["note"], "n");
        assert_eq!(found["below"][1]["kind"]["Holding"]["note"], "n");
    }
}
