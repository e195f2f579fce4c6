//! Turns each kind of fault into a short name and a severity: the one table of what stops a build.
//! Knows nothing of wording: that is in the message files under the same name.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// What a fault means for publishing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Something false would be published, or something public would be lost: the build stops.
    Error,
    /// Something is unfinished: the build goes on.
    Warning,
}

macro_rules! codes {
    ($($(#[doc = $doc:literal])* $variant:ident $name:literal $severity:ident;)*) => {
        /// A kind of fault. Names are never reused.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Code { $($(#[doc = $doc])* $variant,)* }

        impl Code {
            /// All kinds, in the order of the table.
            pub const ALL: &'static [Code] = &[$(Code::$variant,)*];

            /// The kebab-case name that users see and `--explain` takes.
            pub fn name(self) -> &'static str {
                match self { $(Code::$variant => $name,)* }
            }

            /// What a fault of this kind means for publishing.
            pub fn severity(self) -> Severity {
                match self { $(Code::$variant => Severity::$severity,)* }
            }
        }
    };
}

codes! {
    // Files.
    /// A file cannot be read.
    Unreadable "unreadable" Error;
    /// A file is not UTF-8.
    NotUtf8 "not-utf8" Error;
    /// A file is larger than the limit for its kind.
    TooLarge "too-large" Error;
    /// A file name would leave its folder or cannot be stored everywhere.
    PathLeavesFolder "path-leaves-folder" Error;
    /// Folders stand in one another more often than the limit.
    FolderTooDeep "folder-too-deep" Error;
    /// A symbolic link is not followed.
    SymlinkIgnored "symlink-ignored" Warning;
    /// A file in `content/` that nothing reads.
    UnusedFile "unused-file" Warning;
    /// A file that must exist does not.
    MissingFile "missing-file" Error;
    // TOML.
    /// Not TOML.
    TomlSyntax "toml-syntax" Error;
    /// A key that the format does not have.
    UnknownKey "unknown-key" Error;
    /// A key that must be there is not.
    MissingKey "missing-key" Error;
    /// A value of another type than expected.
    WrongType "wrong-type" Error;
    /// A value that is not one of the listed ones.
    UnknownValue "unknown-value" Error;
    /// A date that does not exist or is not written as a date.
    MalformedDate "malformed-date" Error;
    /// A number that is not a decimal or a fraction.
    MalformedNumber "malformed-number" Error;
    /// An id with other characters than `a-z`, `0-9` and `-`.
    MalformedId "malformed-id" Error;
    // Names.
    /// No such department.
    UnknownDepartment "unknown-department" Error;
    /// No such partner.
    UnknownPartner "unknown-partner" Error;
    /// No such place.
    UnknownPlace "unknown-place" Error;
    /// No such topic.
    UnknownTopic "unknown-topic" Error;
    /// No such unit.
    UnknownUnit "unknown-unit" Error;
    /// No such document.
    UnknownDocument "unknown-document" Error;
    /// No such term.
    UnknownTerm "unknown-term" Error;
    /// No such plan.
    UnknownPlan "unknown-plan" Error;
    /// No such clause.
    UnknownClause "unknown-clause" Error;
    /// No such target or fact.
    UnknownTarget "unknown-target" Error;
    /// Two things of a kind with one id.
    DuplicateId "duplicate-id" Error;
    /// One alias, two owners.
    AliasClaimedTwice "alias-claimed-twice" Error;
    /// An ambiguous alias in running text that nobody has linked by hand.
    AmbiguousAlias "ambiguous-alias" Warning;
    // Texts.
    /// Text before the first heading with an id.
    TextOutsideClause "text-outside-clause" Error;
    /// A heading of a plan without an id.
    HeadingWithoutId "heading-without-id" Error;
    /// An id that contradicts the printed number.
    ClauseNumber "clause-number" Error;
    /// A clause that one language has and the other lacks.
    MissingTwin "missing-twin" Warning;
    /// A clause whose source has changed since it was translated.
    StaleTwin "stale-twin" Warning;
    /// Chinese left standing in an English text.
    Untranslated "untranslated" Warning;
    /// A form that the glossary says to avoid.
    AvoidedTerm "avoided-term" Warning;
    /// A term whose twin has none of the accepted forms.
    TermNotRendered "term-not-rendered" Warning;
    /// A term with two renderings in one plan.
    TwoRenderings "two-renderings" Warning;
    /// A digest of less than half the official clause.
    DigestTooShort "digest-too-short" Warning;
    /// A digest without a figure or name of the official clause.
    DigestLacks "digest-lacks" Warning;
    /// A digest with a figure or name that the official clause does not have.
    DigestAdds "digest-adds" Warning;
    /// Clauses in another order than their twins.
    TwinOrder "twin-order" Error;
    /// A clause, and no text under it, nor clauses.
    EmptyClause "empty-clause" Warning;
    /// Proposed records that nobody has settled.
    PendingRecords "pending-records" Warning;
    /// A figure that one language of a clause has and its twin lacks.
    FigureWithoutTwin "figure-without-twin" Error;
    /// A name that one language of a clause has and its twin lacks.
    NameWithoutTwin "name-without-twin" Warning;
    /// Twins with different numbers of paragraphs, list items or table rows.
    StructureDiffers "structure-differs" Warning;
    /// A record's passage is not in its clause, or more than once.
    Passage "passage" Error;
    /// The value of a record is not what its passage says.
    ValueDiffers "value-differs" Error;
    /// A text of a record says other figures in one language than in the other.
    RecordDiffers "record-differs" Error;
    /// A record without a figure has a value.
    ValueWithoutExtent "value-without-extent" Error;
    /// A target with the keys of a fact, or a fact with those of a target.
    TargetOrFact "target-or-fact" Error;
    /// The time of a record is not where it is said to be.
    TimeNotStated "time-not-stated" Error;
    /// A target that says nothing of a deadline.
    NoDeadline "no-deadline" Warning;
    /// A record names as stated what its clause does not name.
    BodyNotNamed "body-not-named" Warning;
    /// A body has two duties in one clause.
    DutyTwice "duty-twice" Warning;
    /// Participants, and nobody who leads.
    NoLead "no-lead" Warning;
    /// A body that a clause says leads, and no record has leading it.
    UnrecordedLead "unrecorded-lead" Warning;
    /// Figures of a clause that are in no record.
    UnrecordedFigure "unrecorded-figure" Warning;
    /// A mark for a figure that the clause does not have, or that is in a record.
    IdleMark "idle-mark" Warning;
    /// A mark, digit or letter that is too wide or too narrow for its language.
    Width "width" Warning;
    /// Han and Latin with a space between them, or without, unlike the rest of the text.
    Spacing "spacing" Warning;
    /// An entry of a register that nothing refers to.
    Orphan "orphan" Warning;
    /// A link with a scheme that could run code or is not known.
    DangerousLink "dangerous-link" Error;
    /// HTML in Markdown, shown as text.
    RawHtml "raw-html" Warning;
    /// A picture without alternative text.
    ImageWithoutAlt "image-without-alt" Error;
    /// Nested deeper than the limit.
    TooDeep "too-deep" Error;
    /// A private-use character that the tool needs for itself.
    PrivateUse "private-use" Error;
    /// A footnote that nothing refers to.
    UnusedFootnote "unused-footnote" Warning;
    /// A text that the Markdown parser cannot read.
    MarkdownUnreadable "markdown-unreadable" Error;
    /// A file in `media/` that a text names does not exist.
    MissingMedia "missing-media" Error;
    // Addresses.
    /// Two pages or files at one address.
    RouteCollision "route-collision" Error;
    /// A published address vanished without a redirect.
    LostUrl "lost-url" Error;
    /// A published anchor vanished without a redirect.
    LostAnchor "lost-anchor" Error;
    /// An address that is none of a site.
    MalformedAddress "malformed-address" Error;
    /// A redirect that leads nowhere.
    BrokenRedirect "broken-redirect" Error;
    /// A link that leads outside, to where nothing is.
    DeadLink "dead-link" Warning;
    // Templates and themes.
    /// A template does not parse or refers to what does not exist.
    Template "template" Error;
    /// A message file does not parse.
    MessageSyntax "message-syntax" Error;
    /// A message that one language has and the other lacks.
    MissingMessage "missing-message" Error;
    // Configuration.
    /// The base URL is still the example.
    ExampleBaseUrl "example-base-url" Warning;
    /// A theme that does not exist.
    UnknownTheme "unknown-theme" Error;
}

impl Code {
    /// The kind with this name.
    pub fn from_name(name: &str) -> Option<Code> {
        Code::ALL.iter().copied().find(|code| code.name() == name)
    }
}

/// Kept by its name, which never changes its meaning.
impl Serialize for Code {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.name())
    }
}

impl<'de> Deserialize<'de> for Code {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let name = std::borrow::Cow::<str>::deserialize(deserializer)?;
        Code::from_name(&name).ok_or_else(|| serde::de::Error::custom("no code of a fault"))
    }
}
