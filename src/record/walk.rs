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
            Value { node: self.root, way: Way::Root, unknown: &self.unknown }.$method(visitor)
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
        Value { node: self.root, way: Way::Root, unknown: &self.unknown }
            .deserialize_struct(name, fields, visitor)
    }

    serde::forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option unit
        unit_struct newtype_struct seq tuple tuple_struct enum identifier ignored_any
    }
}

/// The way from the root of a file to a value. Each step knows the one before: nearly all values are as they should be,
/// and nobody asks for the way to them.
#[derive(Clone, Copy)]
enum Way<'p> {
    Root,
    Key(&'p Way<'p>, &'p str),
    Index(&'p Way<'p>, usize),
}

impl Way<'_> {
    fn steps(&self) -> Vec<Step> {
        let (before, step) = match self {
            Way::Root => return Vec::new(),
            Way::Key(before, name) => (before, Step::Key((*name).to_owned())),
            Way::Index(before, index) => (before, Step::Index(*index)),
        };
        let mut steps = before.steps();
        steps.push(step);
        steps
    }
}

/// One value of the tree and the way to it.
struct Value<'a, 'u, 'p> {
    node: &'a Node,
    way: Way<'p>,
    unknown: &'u Unknown<'a>,
}

impl Value<'_, '_, '_> {
    fn place<T>(&self, result: Result<T, Fault>) -> Result<T, Fault> {
        result.map_err(|fault| fault.at(|| self.way.steps(), &self.node.span))
    }
}

impl<'de> Deserializer<'de> for Value<'_, '_, '_> {
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
        let is_known = |(key, _): &&(Key, Node)| fields.contains(&key.name());
        for (key, _) in entries.iter().filter(|entry| !is_known(entry)) {
            let path = Way::Key(&self.way, key.name()).steps();
            let fault = Fault::unknown_key(key.name(), fields, path, key.0.span.clone());
            self.unknown.borrow_mut().push(fault);
        }
        let known = entries.iter().filter(is_known);
        let result = visitor.visit_map(Entries { parent: &self, entries: known, value: None });
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
    parent: &'p Value<'a, 'u, 'p>,
    items: std::slice::Iter<'a, Node>,
    next: usize,
}

impl<'de> SeqAccess<'de> for Items<'_, '_, '_> {
    type Error = Fault;
    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Fault> {
        let Some(node) = self.items.next() else { return Ok(None) };
        let way = Way::Index(&self.parent.way, self.next);
        self.next += 1;
        seed.deserialize(Value { node, way, unknown: self.parent.unknown }).map(Some)
    }

    // Known lengths make lists without room to spare: a hundred thousand plans are in memory at once.
    fn size_hint(&self) -> Option<usize> {
        Some(self.items.len())
    }
}

struct Entries<'a, 'u, 'p, I> {
    parent: &'p Value<'a, 'u, 'p>,
    entries: I,
    value: Option<(&'a Key, &'a Node)>,
}

impl<'de, 'a, I: Iterator<Item = &'a (Key, Node)>> MapAccess<'de> for Entries<'a, '_, '_, I> {
    type Error = Fault;
    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, Fault> {
        let Some((key, node)) = self.entries.next() else { return Ok(None) };
        self.value = Some((key, node));
        // A key is a value too, and holds no keys that could be unknown.
        let way = Way::Key(&self.parent.way, key.name());
        let mut none = Vec::new();
        let unknown = RefCell::new(&mut none);
        seed.deserialize(Value { node: &key.0, way, unknown: &unknown }).map(Some)
    }
    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Fault> {
        let (key, node) = self.value.take().ok_or_else(|| Fault::custom("a value without a key"))?;
        let way = Way::Key(&self.parent.way, key.name());
        seed.deserialize(Value { node, way, unknown: self.parent.unknown })
    }
}

/// Start, end and value: what [`super::At`] is made of.
struct Placed<'a, 'u, 'p> {
    value: &'p Value<'a, 'u, 'p>,
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
                let Value { node, way, unknown } = *self.value;
                seed.deserialize(Value { node, way, unknown }).map(Some)
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
