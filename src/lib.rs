//! # Diptych
//!
//! Turns plain files into a bilingual (Chinese and English) public-policy portal. This page is the architecture; its
//! links are checked when the documentation is built.
//!
//! The rule behind everything: **no figure without its clause, no clause without its twin, no name without its page;
//! and what is stated is never mixed with what was inferred.**
//!
//! ## The house
//!
//! Every module stands on a floor. A `use` goes strictly down; modules of one floor never meet. `tests/house.rs`
//! enforces it.
//!
//! | floor | modules | question |
//! |---|---|---|
//! | 8 asks | `main` › [`command`] › [`cli`] | what was asked? |
//! | 7 shows | [`serve`] | show it while I write |
//! | 6 walks | [`mend`] · [`conformance`] › [`build`] · [`import`] · [`compare`] · [`federate`] | what can be put right without asking? · which norms does it follow? · the whole walk on one page · what comes from outside? · what changed? · many portals as one? |
//! | 5 reads | [`check`] · [`render`] · [`export`] · [`search`] · [`output`] | is it good? · what do people see? · what do machines read? · how is it found? · what leaves? |
//! | 4 ties | [`resolve`] | what does each name point to? |
//! | 3 means | [`content`] | what is a plan? |
//! | 2 parts | [`markup`] · [`quantity`] · [`names`] · [`template`] · [`theme`] | what does this text say? · what number? · which known names? · what shape? · what look? |
//! | 1 enters | [`source`] · [`config`] | what is on the disk? · what did the owner decide? |
//! | 0 words | [`record`] › [`report`] › [`message`] › [`route`] › [`lang`] · [`memory`] | typed values with places · what is wrong, where, and what now? · in which words? · where does it live? · which language? · what need not be made again? |
//!
//! Only [`source`] reads the disk, only [`output`] writes it, only [`command`] prints. No clock, locale, environment or
//! hash order reaches output.
//!
//! ## The flow
//!
//! ```text
//! disk ─source→ Sources ─content→ Catalog ─resolve→ Site ─┬ check   → Report
//!                                                         ├ render  ┐
//!                                                         ├ export  ┼→ bundle ─output→ disk
//!                                                         └ search  ┘    └serve→ browser
//! ```
//!
//! 1. [`source::Sources`] lists the files with their hashes; texts are read when asked for.
//! 2. [`content::load()`] reads all TOML into a [`content::Catalog`] of typed records; every value keeps its place
//!    ([`record::At`]), all faults are collected ([`report::Diagnostic`]).
//! 3. [`resolve::resolve_with()`] reads each plan's texts once, side by side, and ties names, links and records into a
//!    [`resolve::Site`]: a skeleton of headings, mentions and relations without text, so that memory stays flat.
//!    Routes, the page list and clause anchors are fixed here, before any HTML exists.
//! 4. [`check::Asking`] looks a plan over while its texts are at hand ([`resolve::AtHand`]), and at the end what must see
//!    the whole. What would publish something false is an error, what is unfinished a warning, by the one table of
//!    [`report::Code`].
//! 5. [`build::bundle`] lists every [`route::Route`] with its [`build::Producer`]; [`build::Maker`] makes the bytes when
//!    asked: [`render::Renderer`] for people, [`export::produce`] for machines, [`search::Index`] for the reader's browser.
//! 6. [`output::publish`] asks for all of them in parallel, holds none, and swaps the finished folder in.
//!
//! What comes from outside takes another way in: [`import::import()`] turns an official file into a draft with an account
//! of every character, [`import::taken`] into the files of a plan folder, and [`output::change()`] writes all of them or none.
//!
//! Two days of a portal are laid side by side by [`compare`]: their open data, to tell readers what changed, and each
//! translated clause with the words it was made from, to tell a translator what it has to follow.
//!
//! Portals that others have built are put together by [`federate`]: what they publish below `/data` becomes content again,
//! in which each plan says where its pages stand ([`content::plan::PlanMeta::home`]), and is built as any portal is.
//!
//! [`content::Bodies`] supplies a plan's texts to whoever needs them, parsed anew: nothing keeps a text.
//!
//! ## The flow again
//!
//! An editor saves, and most of it is as it was. So stages 2 to 4 take what they made last time ([`build::Remembered`])
//! and make again only what was made from something else. There is one rule: whatever is remembered is known by a
//! [`memory::Key`], the hash of *everything* it was made from, and its faults are remembered with it. What a plan gives
//! is made from its own files, the registers, and the ids and titles of the other plans; what leads from plan to plan is
//! looked up anew, and cheap; addresses are made from ids alone. So a run that remembers equals a run from nothing by
//! construction, and `tests/incremental.rs` tries to prove otherwise.
//!
//! [`serve`] does so in one process: after any event the tree is compared by hash, a good site takes the place of the
//! last in one step, and pages are made when they are asked for. [`build::publish`] does so from process to process by
//! files in `.diptych/cache`; a page whose view and templates have the fingerprint of the published one is taken over.
//!
//! ## Where to change what
//!
//! A new key of the content format: [`content::plan`] or [`content::registry`], then the builder of the page that shows
//! it. A new page kind: [`resolve::PageKey`], a builder in [`render`], a template. A new fault: [`report::Code`], its
//! words in both message files, a case in `tests/codes.rs`. A new rule of [`check`] that looks at other plans: what it
//! sees of them belongs into the key of its answer. A new unit of open data: [`export`]; a field of it that readers are
//! told of when it changes: [`compare::Kind`]. What is found, and how it is ranked: the page of [`search`], and then
//! both sides of it.

pub mod build;
pub mod check;
pub mod cli;
pub mod command;
pub mod compare;
pub mod config;
pub mod conformance;
pub mod content;
pub mod export;
pub mod federate;
pub mod import;
pub mod lang;
pub mod markup;
pub mod memory;
pub mod mend;
pub mod message;
pub mod names;
pub mod output;
pub mod quantity;
pub mod record;
pub mod render;
pub mod report;
pub mod resolve;
pub mod route;
pub mod search;
pub mod serve;
pub mod source;
pub mod template;
pub mod theme;
