# The words of the reports. One message per code: what is wrong; .nearest and .hint: what now; .explain: why it matters.

unreadable = cannot read the file: { $why }
    .hint = check that it exists and that you may read it
    .explain = A file that the portal needs could not be read from the disk.
not-utf8 = the file is not UTF-8: byte { $offset } cannot be read
    .hint = save it as UTF-8 in your editor; GB18030 files are for import
    .explain = Content files are UTF-8, with or without a byte order mark, so that every place can be counted.
too-large = the file has { $size } bytes; the limit is { $limit }
    .hint = split the text into several plans or annexes
    .explain = One text is limited in size, so that a mistake or an attack cannot exhaust the machine.
path-leaves-folder = the name `{ $name }` would leave its folder or cannot be stored everywhere
    .hint = use plain names without `..`, `\` or control characters
    .explain = No file name, id or link may lead out of the portal's folders.
folder-too-deep = `{ $name }` lies below { $limit } folders; nothing in it is read
    .hint = move it up, or out of the portal: a copy of a folder in itself looks like this
    .explain = Nothing in `content/`, `templates/` and `themes/` lies that deep. What is not read would silently be missing from the site.
symlink-ignored = the symbolic link `{ $name }` is not followed
    .hint = copy the file into the folder
    .explain = Symbolic links could publish files from elsewhere on the machine, so they are left out.
unused-file = nothing reads this file
    .hint = see the map of `content/` in the README
    .explain = A file whose name the portal does not know is probably misspelt.
missing-file = the file `{ $name }` is missing
    .hint = `diptych init` and `diptych new plan` write a first version
    .explain = A portal needs `content/portal.toml`; every plan needs a `plan.toml` and at least one text; every page needs a text.
toml-syntax = not valid TOML: { $why }
    .hint = strings stand in double quotes, lists in square brackets
    .explain = The file does not follow the TOML format.
unknown-key = unknown key `{ $key }`
    .nearest = the nearest known key is `{ $nearest }`
    .hint = `diptych schema` lists the keys
    .explain = A key that the format does not have is an error, since a misspelt key would be silently lost.
missing-key = the key `{ $key }` is missing
    .hint = add it to this table
    .explain = This record cannot be understood without the key.
wrong-type = expected { $expected }, found { $found }
    .hint = `diptych schema` describes every value
    .explain = A value has another type than the format asks for, such as a number where a text in quotes belongs.
unknown-value = unknown value `{ $value }`; expected one of { $expected }
    .nearest = the nearest known one is `{ $nearest }`
    .explain = Some keys take one of a few words.
malformed-date = `{ $value }` is not a date
    .hint = { $form ->
        [day] write a whole date, such as `2021-12-31`
       *[any] write `2021-12-31`, a month as `"2016-03"`, or a year as `2021`
    }
    .explain = Dates are whole dates, months or years of the calendar.
malformed-number = `{ $value }` is not a number
    .hint = write digits without separators, such as `"12500"`, `"3.5"` or `"1/3"`
    .explain = Values are exact: a decimal number or a fraction, as text.
malformed-id = `{ $value }` is not an id
    .hint = use lower-case letters, digits and single hyphens: `tcm-bri-2021-2025`
    .explain = Ids become addresses, so they are plain and stay the same.
unknown-department = there is no department with the id `{ $id }`
    .nearest = the nearest known department is `{ $nearest }`
    .hint = add it to its register in `content/`
    .explain = Every department that is referred to must be in its register, so that no name is without its page.
unknown-partner = there is no partner with the id `{ $id }`
    .nearest = the nearest known partner is `{ $nearest }`
    .hint = add it to its register in `content/`
    .explain = Every partner that is referred to must be in its register, so that no name is without its page.
unknown-place = there is no place with the id `{ $id }`
    .nearest = the nearest known place is `{ $nearest }`
    .hint = add it to its register in `content/`
    .explain = Every place that is referred to must be in its register, so that no name is without its page.
unknown-topic = there is no topic with the id `{ $id }`
    .nearest = the nearest known topic is `{ $nearest }`
    .hint = add it to its register in `content/`
    .explain = Every topic that is referred to must be in its register, so that no name is without its page.
unknown-unit = there is no unit with the id `{ $id }`
    .nearest = the nearest known unit is `{ $nearest }`
    .hint = add it to its register in `content/`
    .explain = Every unit that is referred to must be in its register, so that no name is without its page.
unknown-document = there is no document with the id `{ $id }`
    .nearest = the nearest known document is `{ $nearest }`
    .hint = add it to its register in `content/`
    .explain = Every document that is referred to must be in its register, so that no name is without its page.
unknown-term = there is no term with the id `{ $id }`
    .nearest = the nearest known term is `{ $nearest }`
    .hint = add it to its register in `content/`
    .explain = Every term that is referred to must be in its register, so that no name is without its page.
unknown-plan = there is no plan with the id `{ $id }`
    .nearest = the nearest known plan is `{ $nearest }`
    .hint = add it to its register in `content/`
    .explain = Every plan that is referred to must be in its register, so that no name is without its page.
unknown-clause = there is no clause `{ $id }` in `{ $plan }`
    .nearest = the nearest clause is `{ $nearest }`
    .explain = A record or link names a clause that no text of the plan has.
unknown-target = there is no target or fact `{ $id }`
    .nearest = the nearest known one is `{ $nearest }`
    .hint = write it as `<plan>/<id>`
    .explain = A record or link names a target or fact that no plan has.
duplicate-id = the id `{ $id }` is used twice for a { $kind ->
        [target] target or fact
       *[other] { $kind }
    }
    .hint = ids are unique within their kind; the first is kept
    .explain = Two things with one id would share one page.
alias-claimed-twice = the name “{ $name }” belongs to both `{ $first }` and `{ $second }`
    .hint = take it from one of them, or mark it `ambiguous` in both
    .explain = A name in running text can link to one page only.
ambiguous-alias = “{ $name }” may mean { $candidates } and is not linked
    .hint = link it by hand: `[{ $name }]({ $example })`
    .explain = An ambiguous name is never guessed; an editor says which one is meant.
text-outside-clause = text before the first heading belongs to no clause
    .hint = give it a heading: a preamble is `## 前言 {"{"}#c0{"}"}`
    .explain = Every sentence of a plan stands in a clause, so that it can be cited and compared.
heading-without-id = the heading “{ $heading }” has no id
    .hint = add the clause id after it: `{"{"}#c3-1{"}"}`
    .explain = Clause ids are the same in every text and never change; they are written, not derived.
clause-number = the id `{ $id }` contradicts the printed number “{ $number }”
    .hint = the last part of the id is the printed number
    .explain = Ids follow the printed numbers, so that a citation on paper finds its clause.
missing-twin = the clause `{ $id }` has no { $lang ->
        [zh] Chinese
        [en] English
       *[other] { $lang }
    } text
    .hint = add the heading with the same id to the other text
    .explain = No clause without its twin: what is missing is shown as missing.
twin-order = the clause `{ $id }` stands in another order than in the { $lang ->
        [zh] Chinese
        [en] English
       *[other] { $lang }
    } text
    .hint = put the clauses of both texts in the same order
    .explain = Texts are aligned clause by clause, so both have the same order.
empty-clause = the clause `{ $id }` has a heading and no { $lang ->
        [zh] Chinese
        [en] English
       *[other] { $lang }
    } text
    .hint = write its digest; until then the page says that it is not yet summarised
    .explain = A clause without text is unfinished.
stale-twin = the source of the { $lang ->
        [zh] Chinese
        [en] English
       *[other] { $lang }
    } clause `{ $clause }` has changed since it was translated
    .hint = bring it up to date with the new source, then run `diptych accept { $plan } { $clause }`; the same if nothing needs to change
    .explain = `twins.toml` keeps the source from which each translated clause was made. When the source changes, the translation may no longer say what it says; its page says so until somebody has compared and accepted it.
pending-records = { $count ->
        [1] one proposed record
       *[other] { $count } proposed records
    } of `{ $plan }` { $count ->
        [1] waits
       *[other] wait
    } for review
    .hint = look at them with `diptych review { $plan }`, then settle them with `--accept` or `--reject`
    .explain = `diptych import` proposes targets, facts, projects and duties. Proposals are seen in the preview (`diptych serve`) and marked there; they are neither checked nor published before somebody has accepted them.
untranslated = “{ $words }” was left in Chinese in the English text
    .hint = translate it; put Chinese that is given on purpose in brackets or quotation marks
    .explain = An international partner reads English only. Chinese that is given on purpose stands in brackets or quotation marks, or is a document number; all else was forgotten.
avoided-term = “{ $words }” is a form that the glossary says to avoid
    .hint = write “{ $preferred }” or another form that the glossary accepts
    .explain = The glossary lists forms to avoid for a term, because they mislead or contradict the established rendering.
term-not-rendered = the term “{ $words }” has no accepted rendering in the { $lang ->
        [zh] English
        [en] Chinese
       *[other] { $lang }
    } clause `{ $clause }`
    .hint = write “{ $preferred }”; if another form is right too, add it to `accepted` in the glossary or link it by hand: `[…](term:…)`
    .explain = A term with an accepted rendering is known again by readers, and found by search.
two-renderings = one term has two renderings in this plan: “{ $words }” and “{ $usual }”
    .hint = write “{ $usual }” throughout; if two things are meant, make two entries of the glossary
    .explain = The full and the short form are one rendering. Beyond that, a plan renders a term in one way, so that readers do not take it for two things.
digest-too-short = the digest of clause `{ $clause }` has { $has } Chinese characters, the official text { $of }
    .hint = compare it with the official text and add what is left out
    .explain = A digest of less than half the official clause has most likely left out more than figures and names can show.
digest-lacks = the digest of clause `{ $clause }` leaves out what the official text has: { $words }
    .hint = add it; if it is there in other words, use a known name or link it by hand
    .explain = A digest is shorter than the official text and still has every figure, date, body, partner, place and document of it.
digest-adds = the digest of clause `{ $clause }` has what the official text does not: { $words }
    .hint = check it against the official text, then remove or correct it
    .explain = A digest says nothing that the official text does not say.
figure-without-twin = “{ $words }” has no equal in the { $lang ->
        [zh] English
        [en] Chinese
       *[other] { $lang }
    } clause `{ $clause }`
    .nearest = compare the texts; without an equal over there: { $nearest }
    .hint = compare the texts, then correct this figure or add it over there
    .explain = Figures of twins are compared by value: 1.25万名 is 12,500 people. Where value, kind of unit, bound or time differ, one of the texts is wrong. Numbers inside names, and counts of a few things made in passing, are left out.
name-without-twin = “{ $words }” is not named in the { $lang ->
        [zh] English
        [en] Chinese
       *[other] { $lang }
    } clause `{ $clause }`
    .hint = name “{ $name }” there; if it is there in other words, link it by hand or add an alias
    .explain = A body, partner, place or document that one text names is named in the other, by whatever form and however often. The place that the plan is for may go without saying.
structure-differs = clause `{ $clause }` has different numbers of { $kind ->
        [paragraphs] paragraphs
        [items] list items
        [rows] table rows
        [numbers] bare numbers in tables
       *[figures] pictures
    }: { $zh } in Chinese, { $en } in English
    .hint = add what is missing or join what is parted, so that both texts match one to one
    .explain = Both texts are shown side by side, paragraph by paragraph; one that has no match is missing from the other or stands beside the wrong one.
value-differs = the record `{ $record }` has the value “{ $value }”, and its { $lang ->
        [zh] Chinese
        [en] English
       *[other] { $lang }
    } passage { $count ->
        [0] does not say it
       *[other] says “{ $found }”
    }
    .hint = correct `value`, `unit`, `comparator` or `change`, or quote words that say the value
    .explain = Lists, charts and data repeat the value of a record without the words around it. So the passage says the same value, bound and kind of unit; where it says outright that something grows or shrinks, so does the record.
record-differs = a text of the record `{ $record }` says other figures in Chinese ({ $zh }) than in English ({ $en })
    .hint = compare both and correct one of them
    .explain = Titles and subjects stand in lists and data without their clause, so both languages say the same figures by value.
value-without-extent = the record has the `extent` `{ $extent }` and the value `{ $value }`
    .hint = write `extent = "figure"` if there is a figure, or remove `value`
    .explain = A target without a figure has no value, or lists would show a number that the plan never gave.
target-or-fact = the { $kind ->
        [target] target
       *[fact] fact
    } `{ $record }` has the key `{ $key }`
    .hint = what is to be reached is a `[[target]]` with a `deadline`; what was reached is a `[[fact]]` with `as_of`
    .explain = What was reached when the plan was written is never mixed with what is to be reached: a target has a deadline, a fact a date as of which it held, and neither has the other's keys.
time-not-stated = the time “{ $time }” of the record `{ $record }` is called `{ $basis }`, and { $basis ->
        [stated] clause `{ $clause }` does not say it
       *[other] neither the period nor the text of the plan says it
    }, or its words speak of another
    .hint = correct the time or its words; write `inherited` if it comes from another rule of the plan, `editorial` if it is our reading
    .explain = What is stated is never mixed with what was inferred: a `stated` time stands in the clause, an `inherited` one is the plan's period or stands in another clause, and `text` speaks of the same years.
no-deadline = the target `{ $record }` does not say by when
    .hint = add `deadline`; if the plan gives none, write `deadline = {"{"} kind = "none" {"}"}`
    .explain = A reader asks by when. That there is no deadline is said too, so that it is known not to be forgotten.
body-not-named = “{ $name }” (`{ $id }`) is called `{ $basis }`, and { $basis ->
        [inherited] no clause of the plan names all the bodies of this record
       *[other] clause `{ $clause }` does not name it
    }
    .hint = correct the id; if the text has other words for it, link them by hand; if it is our reading, write `editorial`
    .explain = What is stated is never mixed with what was inferred: a `stated` body, partner or place is named in the clause, and `inherited` bodies come from one clause of the plan that names them together.
duty-twice = “{ $name }” (`{ $id }`) has two duties in clause `{ $clause }`
    .hint = correct the id or the clause of one of them, or leave one out
    .explain = In one clause a body has one role: who leads is also responsible, and is recorded as the lead alone. A second duty mostly means that a record names the wrong body or the wrong clause.
no-lead = clause `{ $clause }` has participants (`{ $id }`) and nobody who leads or is responsible
    .hint = add who leads; if the plan does not say, make the `basis` `editorial` and add a note
    .explain = A plan that says who takes part mostly says who leads, so a line was probably lost. Collectives need nobody at their head.
unrecorded-lead = clause `{ $clause }` says that “{ $words }” leads, and no record does
    .hint = add a duty of `{ $id }` for the clause, or name it as the lead of its project or target
    .explain = The page of a body shows what records say it leads; a lead that only the text states is lost there.
unrecorded-figure = figures of clause `{ $clause }` are in no record: { $figures }
    .hint = make records of them; for those that need none, write `"{ $clause }" = [{ $values }]` under `[unrecorded]` in plan.toml
    .explain = Lists, charts and data show records, so a figure without one is lost to whoever does not read the clause. Dates, lengths of time, ages, plan periods and counts of a few things need none; the rest an editor has looked at and marked.
idle-mark = `{ $value }` of clause `{ $clause }` under `[unrecorded]` marks no figure that lacks a record
    .hint = remove the value, or write the one that the clause has
    .explain = Every mark stands for a figure of the clause that needs no record; when the figure changes, goes or gets a record, the mark goes too.
width = “{ $words }” has a mark, digit or letter of the wrong width; here it is “{ $right }”
    .hint = `diptych check --fix` writes it so, here and in the passages of records
    .explain = Chinese text has Chinese marks and narrow digits and letters, English text has English marks. Names, titles in 《》 and words in quotation marks are left as they are, and so are official texts.
spacing = “{ $words }” is set in another way than the rest of the text: “{ $right }”
    .hint = `diptych check --fix` sets it like the rest
    .explain = Whether a space stands between Han and Latin is a matter of taste, but of one taste in a text.
orphan = no clause or record refers to the { $kind ->
        [dept] department
        [partner] partner
        [place] place
        [doc] document
        [term] term
        [topic] topic
        [unit] unit
       *[other] { $kind }
    } `{ $id }`
    .hint = add the alias by which the texts name it, or remove it from its register
    .explain = An entry that nothing refers to has an empty page. Mostly the texts name it in other words, and then it is not linked.
passage = the passage “{ $passage }” occurs { $count } times in the { $lang ->
        [zh] Chinese
        [en] English
       *[other] { $lang }
    } clause `{ $clause }`
    .hint = quote words of the clause's text that stand there exactly once
    .explain = Every record is proved by words of its clause, in both languages.
dangerous-link = the link `{ $target }` is refused
    .hint = use http, https, mailto, tel or one of the portal's own: dept:, partner:, place:, plan:, doc:, term:, target:, topic:
    .explain = Other schemes could run code in the reader's browser or lead nowhere on another machine.
raw-html = HTML is shown as text
    .hint = write Markdown instead
    .explain = Raw HTML never reaches a page; it is escaped.
image-without-alt = the picture has no alternative text
    .hint = write `![what it shows](media/…)` in both languages
    .explain = A picture without alternative text is lost to whoever cannot see it.
too-deep = nested deeper than { $limit } levels
    .hint = the rest is shown as plain text
    .explain = Depth is limited, so that hostile text cannot exhaust the machine.
private-use = the private-use character U+E000 is not allowed
    .hint = remove it; it is invisible in most fonts
    .explain = The tool uses this character for itself while it reads Markdown.
unused-footnote = nothing refers to this footnote, or its label is taken
    .hint = refer to it as `[^label]` or remove it
    .explain = A footnote that nothing refers to is shown nowhere.
markdown-unreadable = the Markdown parser cannot read this text
    .hint = look for unusual constructs near this place and simplify them
    .explain = The text is shown as typed until it is mended.
missing-media = there is no file `{ $name }`
    .hint = pictures lie in the plan's `media/` folder
    .explain = A text shows a picture that does not exist.
route-collision = two pages or files would have the address `{ $route }`
    .hint = rename one of them; addresses differ by more than case or the way an accent is encoded
    .explain = One address, one page.
lost-url = the published address `{ $url }` is gone
    .hint = bring it back or add a line to `content/redirects.toml`
    .explain = A URL once published stays alive: others have cited it.
lost-anchor = the published anchor `{ $url }` is gone
    .hint = bring the clause id back or add a line to `content/redirects.toml`
    .explain = An anchor once published stays alive: others have cited the clause.
malformed-address = `{ $value }` is not the address of a site
    .hint = write it whole, with `/` at its end: `https://plans.example.cn/`
    .explain = A plan whose pages stand on another portal leads its readers there, so that the address must be one that browsers open: http or https, a host, plain characters.
broken-redirect = the redirect to `{ $to }` leads nowhere
    .hint = name an existing page, such as `/zh/plans/`
    .explain = A redirect must end at a page of the portal.
dead-link = `{ $url }` leads nowhere: { $why }
    .hint = find the new address, or take the link out
    .explain = A link that leads outside was asked for and is gone, or nobody answers there. Only `diptych check --external` asks; answers are kept for a week. A site that refuses to answer programs is no fault.
template = the template cannot be used: { $why }
    .hint = compare it with the built-in template of the same name
    .explain = A template has a fault or refers to something that does not exist.
message-syntax = not a valid message: { $why }
    .hint = messages are written as `key = text`
    .explain = Interface strings are Fluent messages, one file per language.
missing-message = the message `{ $key }` is missing in { $lang ->
        [zh] Chinese
        [en] English
       *[other] { $lang }
    }
    .hint = add it to the theme's message file of that language
    .explain = The interface speaks both languages completely.
example-base-url = the base URL is still the example `{ $url }`
    .hint = set `base_url` in `content/portal.toml` before you publish
    .explain = Canonical links, the sitemap and the feeds need the address at which the portal will stand.
unknown-theme = there is no theme `{ $id }`
    .nearest = the nearest known one is `{ $nearest }`
    .hint = themes lie in `themes/`
    .explain = The theme named in `portal.toml` is neither in `themes/` nor built in.

# Words of the tool itself.
error = error
warning = warning
hint = hint
summary = { $errors ->
    [0] { $warnings ->
        [0] no faults
        [one] 1 warning
       *[other] { $warnings } warnings
    }
    [one] 1 error, { $warnings ->
        [one] 1 warning
       *[other] { $warnings } warnings
    }
   *[other] { $errors } errors, { $warnings ->
        [one] 1 warning
       *[other] { $warnings } warnings
    }
}
built = { $pages } files written, { $unchanged } unchanged, in { $folder }
not-built = nothing was written: mend the errors first
not-in-one-step = this file system cannot exchange two folders in one step: the old site was moved aside and the new one put in its place, and for that moment there was none; a build that is killed there puts the old site back the next time
verified = files as they were published: { $intact }
not-verified = files as they were published: { $intact }; altered: { $altered }, missing: { $missing }, extra: { $extra }
altered = altered: { $path }
missing = missing: { $path }
extra = extra: { $path }
clash-record = { $set }: the id `{ $id }` stands for different things in { $first } and { $second }; they differ in: { $keys }
clash-plan = plans: the id `{ $id }` is used by { $first } and { $second }
clash-here = plans: { $portal } says that `{ $id }` stands on this portal itself; name the portal that made it, not an output of `federate`
clash-kept = { $file } is kept by hand, and the registers come from the portals: move it away, or publish it with one of them
not-federated = nothing was written: portals that are put together must use the same registers, and no plan id twice
federated = portals put together: { $portals }; plans: { $plans }; files of content/ written: { $written }, removed: { $removed }
federate-unread = { $portal }: { $file } cannot be read; a portal that is published with its open data has it
federate-not-listed = { $portal }: data/index.json does not list { $file }
federate-altered = { $portal }: { $file } is not the file that data/index.json lists (another SHA-256); copy the whole folder again
federate-json = { $portal }: { $file } is not what open data is: { $why }
federate-id = { $portal }: { $file } has a record without a proper id: { $value }
federate-home = { $portal }: the plan `{ $plan }` does not say on which site it stands: { $value }
federate-clause = { $portal }: the plan `{ $plan }` has a clause without a proper id: { $value }
federate-edition = { $portal }: the plan `{ $plan }` has a text that is neither official, nor a translation, nor a digest: { $value }
federate-record = { $portal }: the plan `{ $plan }` cannot be written as content: { $value }
not-kept = nothing was kept for the next build, which takes as long as this one: { $why }
explained = tier { $tier } (runs complete in one field), score { $score }, { $whole } held whole
found = { $total ->
    [one] 1 result
   *[other] { $total } results
}, { $shown } shown
timing = { $stage } { $seconds } s
sarif-for-check = `--format sarif` is for `diptych check`
fixed = fixed[{ $code }] { $file }:{ $line }: { $message }
nothing-to-fix = nothing to fix without judgement
fix-summary = { $faults ->
    [one] 1 fault
   *[other] { $faults } faults
} put right in { $files ->
    [one] 1 file
   *[other] { $files } files
}
fix-dry-run = { $faults ->
    [one] 1 fault
   *[other] { $faults } faults
} could be put right in { $files ->
    [one] 1 file
   *[other] { $files } files
}; nothing was written
sarif-for-faults = `--conformance` is printed for people or as JSON
external = asking for { $count ->
    [one] 1 link that leads
   *[other] { $count } links that lead
} outside, one at a time
external-silent = { $count ->
    [one] 1 of them does
   *[other] { $count } of them do
} not say whether { $count ->
    [one] it is
   *[other] they are
} there
checked = { $plans ->
    [one] 1 plan checked
   *[other] { $plans } plans checked
}
created = created { $path }
next-init = now run `diptych build` and open `output/index.html`
next-plan = now fill the blanks in `{ $path }` and run `diptych check`
unknown-code = there is no code `{ $code }`
no-portal = there is no portal here: `content/portal.toml` is missing
no-plan = there is no plan `{ $plan }`
no-clause = there is no clause `{ $clause }`; nothing was accepted
not-translated = clause `{ $clause }` is not translated, or has no words to be translated; nothing was accepted
accepted = { $clauses ->
    [0] `{ $plan }`: every clause that was asked for was accepted already
    [one] `{ $plan }`: 1 clause accepted
   *[other] `{ $plan }`: { $clauses } clauses accepted
}
accepted-gone = clause `{ $clause }` is gone, and what was accepted of it with it
status = { $plan }, { $lang ->
    [zh] Chinese
   *[other] English
}: { $clauses ->
    [one] 1 clause
   *[other] { $clauses } clauses
}; { $current } current, { $stale } stale, { $unaccepted } never accepted, { $missing } not translated
status-accepted = accepted on { $at } by { $by }; since then its source has changed:
atom-for-diff = only `diptych diff` makes a feed; take `--format json`
diff-no-day = `{ $name }` is neither a built site with open data, nor a portal's folder, nor a revision of this portal
diff-no-portal = there is no portal in `{ $name }`: `content/portal.toml` is missing
diff-no-data = `data/index.json` is not what a portal writes
diff-faults = `{ $name }` has errors; what they concern may be missing from the comparison
diff-none = nothing changed for readers
diff-summary = changed: { $list }
diff-feed = { $title } – changes
diff-added = new: { $name }
diff-gone = gone: { $name }
diff-moved = moved, and the old address leads on: { $name }
diff-stale = { $name }: to be updated, since its source has changed
diff-settled = { $name }: brought up to date with its source
diff-all-stale = { $count } clauses to be updated, since their sources have changed: { $clauses }
diff-all-settled = { $count } clauses brought up to date with their sources: { $clauses }
diff-became = { $name }: { $field } { $from } → { $to }
diff-in = { $field } ({ $lang })
diff-nothing = (none)
diff-reworded = { $name }: words changed ({ $lang }): { $words }
diff-held = { $kind } “{ $name }” ({ $clause })
diff-departments = Responsible bodies
diff-partners = Partners
diff-places = Places
diff-topics = Topics
diff-documents = Cited documents
diff-terms = Terms
diff-pages = Pages
kind-clause = clause
kind-target = target
kind-fact = fact
kind-project = project
kind-duty = duty
count-plan = { $count ->
    [one] 1 plan
   *[other] { $count } plans
}
count-clause = { $count ->
    [one] 1 clause
   *[other] { $count } clauses
}
count-target = { $count ->
    [one] 1 target
   *[other] { $count } targets
}
count-fact = { $count ->
    [one] 1 fact
   *[other] { $count } facts
}
count-project = { $count ->
    [one] 1 project
   *[other] { $count } projects
}
count-duty = { $count ->
    [one] 1 duty
   *[other] { $count } duties
}
count-department = { $count ->
    [one] 1 responsible body
   *[other] { $count } responsible bodies
}
count-partner = { $count ->
    [one] 1 partner
   *[other] { $count } partners
}
count-place = { $count ->
    [one] 1 place
   *[other] { $count } places
}
count-topic = { $count ->
    [one] 1 topic
   *[other] { $count } topics
}
count-document = { $count ->
    [one] 1 cited document
   *[other] { $count } cited documents
}
count-term = { $count ->
    [one] 1 term
   *[other] { $count } terms
}
count-page = { $count ->
    [one] 1 page
   *[other] { $count } pages
}
field-title = title
field-number = document number
field-status = status
field-period = period
field-issuers = issued by
field-issued = issued on
field-heading = heading
field-subject = subject
field-figure = figure
field-deadline = deadline
field-force = force
field-nature = nature
field-departments = responsible bodies
field-clause = clause
field-as-of = as of
field-lead = led by
field-participants = joined by
field-figures = figures
field-basis = basis
field-name = name
field-parent = part of
field-to = until
field-succeeded-by = succeeded by
field-definition = definition
lang-zh = Chinese
lang-en = English
preview-read = ready after { $milliseconds } ms{ $warnings ->
    [0] {""}
    [one] , 1 warning
   *[other] , { $warnings } warnings
}
preview-faults = { $errors ->
    [one] 1 error
   *[other] { $errors } errors
}{ $warnings ->
    [0] {""}
    [one] , 1 warning
   *[other] , { $warnings } warnings
}: the last good pages stay until it is mended
preview-close = Close
preview-is-open = other machines can look in: whoever reaches this address sees the drafts
preview-trouble = cannot follow the folder just now: { $why }
import-new = { $file }: new plan `{ $plan }`, { $clauses } clauses, as a draft
import-attached = { $file }: official text of `{ $plan }`, { $clauses } clauses
import-account = characters: { $placed } in clauses, { $metadata } metadata, { $duplicate } duplicates, { $layout } layout, { $unplaced } not placed
import-only-official = clauses that only the official text has: { $clauses }
import-only-plan = clauses that only the plan has: { $clauses }
import-stub = new in departments.toml, to be completed: { $name }
import-exists = `{ $path }` is there already and says something else; nothing was written (use --force to replace it)
import-into-one = only one file can go into `{ $plan }`
import-same-plan = two of the files are the text of `{ $plan }`; import them one by one
review-none = no records wait for review
review-waits = `{ $plan }`: { $count ->
        [1] one record waits
       *[other] { $count } records wait
    } for review
review-how = settle them with `diptych review { $plan } ID… --accept` or `--reject`; `--all` means all of them
review-accepted = `{ $plan }`: { $count ->
        [1] one record
       *[other] { $count } records
    } accepted, { $left } left
review-rejected = `{ $plan }`: { $count ->
        [1] one record
       *[other] { $count } records
    } taken out, { $left } left
review-which = say which records: their ids, or --all
review-how-settled = say --accept or --reject
review-unknown = `{ $plan }` has no proposed record `{ $id }`; nothing was changed
review-no-plan = there is no plan `{ $plan }`
import-too-large = the file has more than { $limit } bytes, which is the limit
import-too-long = the text has more than { $limit } bytes, which is the limit
import-bomb = unpacked, the file has more than { $limit } bytes, which is the limit
import-too-deep = its elements stand more than { $limit } deep in one another, which is the limit
import-entities = its XML has a document type, which could define entities without end; documents of a word processor have none
import-damaged = the file is damaged or not what its name says: { $why }
import-empty = there is no text in the file
import-format = `.{ $format }` files cannot be read. { $format ->
    [pdf] Open it in a word processor, or copy its text into a text file, and save it as .docx or .txt; a scanned page must be recognised (OCR) first
    [ofd] Open it in an OFD reader, copy or export its text, and save it as .docx or .txt
    [wps] Open it in WPS Office, choose Save As, and take .docx
    [rtf] Open it in a word processor, choose Save As, and take .docx
   *[other] Open it in Word, WPS Office or LibreOffice, choose Save As, and take .docx or .txt
}
