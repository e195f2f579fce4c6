//! Turns a TOML tree into whatever serde asks for, noting unknown keys on the way.
//! Knows nothing of files.

use super::AT;
use super::fault::{Fault, Step};
use super::node::{Key, Kind, Node};
use serde::de::value::StrDeserializer;
use serde::de::{
    DeserializeSeed, Deserializer, EnumAccess, Error, MapAccess, SeqAccess, Unexpected, VariantAccess,
    Visitor,
};
use std::cell::RefCell;

/// Where unknown keys are noted: shared by all values of one walk.
type Unknown<'a> = RefCell<&'a mut Vec<Fault>>;

/// A deserializer over one file's tree.
pub(super) struct Walk<'a> {
    root: &'a Node,
    unknown: Unknown<'a>,
}

impl<'a> Walk<'a> {
    pub(super) fn new(root: &'a Node, unknown: &'a mut Vec<Fault>) -> Self {
        Walk { root, unknown: RefCell::new(unknown) }
    }
}

macro_rules! forward_to_value {
    ($($method:ident)*) => {$(
        fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
            Value { node: self.root, path: Vec::new(), unknown: &self.unknown }.$method(visitor)
        }
    )*};
}

impl<'de, 'a> Deserializer<'de> for Walk<'a> {
    type Error = Fault;

    forward_to_value!(deserialize_any deserialize_map);

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Fault> {
        Value { node: self.root, path: Vec::new(), unknown: &self.unknown }
            .deserialize_struct(name, fields, visitor)
    }

    serde::forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option unit
        unit_struct newtype_struct seq tuple tuple_struct enum identifier ignored_any
    }
}

/// One value of the tree and the way to it.
struct Value<'a, 'u> {
    node: &'a Node,
    path: Vec<Step>,
    unknown: &'u Unknown<'a>,
}

impl<'a, 'u> Value<'a, 'u> {
    fn place<T>(&self, result: Result<T, Fault>) -> Result<T, Fault> {
        result.map_err(|fault| fault.at(&self.path, &self.node.span))
    }

    fn child(&self, step: Step, node: &'a Node) -> Value<'a, 'u> {
        let mut path = self.path.clone();
        path.push(step);
        Value { node, path, unknown: self.unknown }
    }
}

impl<'de, 'a, 'u> Deserializer<'de> for Value<'a, 'u> {
    type Error = Fault;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        let result = match &self.node.kind {
            Kind::String(text) | Kind::Date(text) => visitor.visit_str(text),
            Kind::Integer(number) => visitor.visit_i64(*number),
            Kind::Float(number) => visitor.visit_f64(*number),
            Kind::Boolean(flag) => visitor.visit_bool(*flag),
            Kind::Array(items) => visitor.visit_seq(Items { parent: &self, items: items.iter(), next: 0 }),
            Kind::Table(entries) => {
                visitor.visit_map(Entries { parent: &self, entries: entries.iter(), value: None })
            }
        };
        self.place(result)
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Fault> {
        let Kind::Table(entries) = &self.node.kind else { return self.deserialize_any(visitor) };
        let (known, unknown): (Vec<_>, Vec<_>) =
            entries.iter().partition(|(key, _)| fields.contains(&key.name.as_str()));
        for (key, _) in unknown {
            let path = self.child(Step::Key(key.name.clone()), self.node).path;
            let fault = Fault::unknown_key(&key.name, fields, path, key.span.clone());
            self.unknown.borrow_mut().push(fault);
        }
        let result = visitor.visit_map(Entries { parent: &self, entries: known.into_iter(), value: None });
        self.place(result)
    }

    fn deserialize_tuple_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        _len: usize,
        visitor: V,
    ) -> Result<V::Value, Fault> {
        if name != AT {
            return self.deserialize_any(visitor);
        }
        let result = visitor.visit_seq(Placed { value: &self, next: 0 });
        self.place(result)
    }

    /// A date without quotes is no text: `value = 2021-12-31` where a name belongs is a wrong type.
    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        match &self.node.kind {
            Kind::Date(_) => {
                let fault = Fault::invalid_type(Unexpected::Other("a date"), &visitor);
                self.place(Err(fault))
            }
            _ => self.deserialize_any(visitor),
        }
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        self.deserialize_str(visitor)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        visitor.visit_some(self)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        visitor: V,
    ) -> Result<V::Value, Fault> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _name: &'static str,
        _variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Fault> {
        let result = match &self.node.kind {
            Kind::String(text) => visitor.visit_enum(Word(text)),
            _ => Err(Fault::invalid_type(Unexpected::Other("another value"), &"a word in quotes")),
        };
        self.place(result)
    }

    serde::forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char bytes byte_buf unit unit_struct
        seq tuple map identifier ignored_any
    }
}

struct Items<'a, 'u, 'p> {
    parent: &'p Value<'a, 'u>,
    items: std::slice::Iter<'a, Node>,
    next: usize,
}

impl<'de> SeqAccess<'de> for Items<'_, '_, '_> {
    type Error = Fault;
    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Fault> {
        let Some(node) = self.items.next() else { return Ok(None) };
        let value = self.parent.child(Step::Index(self.next), node);
        self.next += 1;
        seed.deserialize(value).map(Some)
    }

    // Known lengths make lists without room to spare: a hundred thousand plans are in memory at once.
    fn size_hint(&self) -> Option<usize> {
        Some(self.items.len())
    }
}

struct Entries<'a, 'u, 'p, I> {
    parent: &'p Value<'a, 'u>,
    entries: I,
    value: Option<(&'a Key, &'a Node)>,
}

impl<'de, 'a, I: Iterator<Item = &'a (Key, Node)>> MapAccess<'de> for Entries<'a, '_, '_, I> {
    type Error = Fault;
    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, Fault> {
        let Some((key, node)) = self.entries.next() else { return Ok(None) };
        self.value = Some((key, node));
        // A key is a value too where the record asks for its place (`[topics]`, keyed by clause id).
        let text = Node { span: key.span.clone(), kind: Kind::String(key.name.clone()) };
        let path = self.parent.child(Step::Key(key.name.clone()), node).path;
        let mut none = Vec::new();
        let unknown = RefCell::new(&mut none);
        seed.deserialize(Value { node: &text, path, unknown: &unknown }).map(Some)
    }
    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Fault> {
        let (key, node) = self.value.take().ok_or_else(|| Fault::custom("a value without a key"))?;
        seed.deserialize(self.parent.child(Step::Key(key.name.clone()), node))
    }
}

/// Start, end and value: what [`super::At`] is made of.
struct Placed<'a, 'u, 'p> {
    value: &'p Value<'a, 'u>,
    next: u8,
}

impl<'de> SeqAccess<'de> for Placed<'_, '_, '_> {
    type Error = Fault;
    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Fault> {
        let number = |at: usize| serde::de::value::U64Deserializer::<Fault>::new(at as u64);
        self.next += 1;
        let span = &self.value.node.span;
        match self.next {
            1 => seed.deserialize(number(span.start)).map(Some),
            2 => seed.deserialize(number(span.end)).map(Some),
            3 => {
                let Value { node, path, unknown } = self.value;
                seed.deserialize(Value { node, path: path.clone(), unknown }).map(Some)
            }
            _ => Ok(None),
        }
    }
}

/// A word that names a variant.
struct Word<'a>(&'a str);

impl<'de> EnumAccess<'de> for Word<'_> {
    type Error = Fault;
    type Variant = Self;
    fn variant_seed<V: DeserializeSeed<'de>>(self, seed: V) -> Result<(V::Value, Self), Fault> {
        let name: StrDeserializer<'_, Fault> = serde::de::IntoDeserializer::into_deserializer(self.0);
        Ok((seed.deserialize(name)?, self))
    }
}

impl<'de> VariantAccess<'de> for Word<'_> {
    type Error = Fault;
    fn unit_variant(self) -> Result<(), Fault> {
        Ok(())
    }
    fn newtype_variant_seed<T: DeserializeSeed<'de>>(self, _seed: T) -> Result<T::Value, Fault> {
        Err(Fault::custom("expected a plain word"))
    }
    fn tuple_variant<V: Visitor<'de>>(self, _len: usize, _visitor: V) -> Result<V::Value, Fault> {
        Err(Fault::custom("expected a plain word"))
    }
    fn struct_variant<V: Visitor<'de>>(
        self,
        _fields: &'static [&'static str],
        _visitor: V,
    ) -> Result<V::Value, Fault> {
        Err(Fault::custom("expected a plain word"))
    }
}
