# Words of the interface. Same keys as zh.ftl.

## The frame
skip = Skip to the text
nav-main = Main navigation
nav-breadcrumbs = You are here
nav-pages = Pages
nav-around = Before and after
not-government = This is not a government website and has no tie to the bodies it lists.
digest-statement = Digests are in this portal's own words. They are neither official texts nor translations; the issuers' documents prevail.
no-twin = There is no English version of this page; what follows is the original.
run-by = Run by
contact = Contact
licence = Licence
as-of-date = Content as of {$date}
page-title = {$page} · {$site}
colon = {": "}
list-separator = {", "}
open-bracket = {" ("}
close-bracket = )
lang-zh = 中文
lang-en = English
enter = Enter in English
missing = There is no such page
missing-hint = The address may be mistyped, or the page may have moved. These are good places to start again.
home = Home
copied = Copied
copy-failed = Please copy this address
jump = Groups on this page

## Sections
plans = Plans
targets = Targets
facts = Already reached
departments = Responsible bodies
partners = Partners
places = Places
topics = Topics
projects = Projects
documents = Cited documents
glossary = Glossary
data = Open data
about = About
accessibility = Accessibility
corrections = Corrections
parallel = Side by side
target = Target
topic = Topic
term = Term
clause = Clause
search = Search

## Home
home-question = What was promised, how much, by when, who is responsible, and where does it say so?
targets-by-year = Targets by year
who-is-responsible = Who is responsible
all-targets = All targets
all-departments = All responsible bodies
all-partners = All partners
promised-not-met = What the plans promise is listed here, not whether it was met.
due-heading = Due by the end of {$year}
due-heading-past = Was due by the end of {$year}
due-more = All targets due in {$year}
targets-due = Targets due in {$year}
home-eyebrow = { $plans ->
    [one] One plan, {$start}–{$end}, clause by clause, in two languages
   *[other] {$plans} plans, {$start}–{$end}, clause by clause, in two languages
}

## Plan page
contents = Contents
number = Document number
issuers = Issued by
addressees = Addressed to
issued = Date of issue
published = Published
period = Period
outlook = Outlook
valid = Valid
superseded-by = Superseded by
kind = Kind
level = Level
region = Region
source-lang = Original language
sources = Source
implements = Carries on
implemented-by = Carried on by
other-texts = Other texts
read-parallel = Read both languages side by side
back-to-plan = Back to the plan
plan-targets = Targets of this plan
plan-facts = Figures that this plan says were already reached
plan-projects = Projects of this plan
plan-bodies = Bodies responsible under this plan
plan-partners = Partners named in this plan
plan-documents = Documents cited in this plan
print = Print
cite = Cite this document
cite-hint = What is cited is the issuers' document; the text on this page is a digest of it.
changes = Revisions of this page
commits = What this clause commits to
permalink = Link to this clause
on-this-page = On this page
cite-clause = Cite this clause
cite-clause-short = Cite
download-view = Download this view (CSV)
copy-link = Copy link to this clause
copy-link-short = Copy link
copy = Copy
copy-citation = Copy citation
report-error = Report an error in this clause
report-error-short = Report an error
clause-prev = Previous clause
clause-next = Next clause
show-passage = Show in the text
pending = Not reviewed
describe-plan = {$title}: digest clause by clause, targets, responsible bodies and partners, in Chinese and English.

## Editions and marks
edition-official = Official text
edition-translation = Translation
edition-digest = Digest
edition-official-notice = The text is taken from the issuers' document; the document as they published it prevails.
edition-translation-notice = This is a translation for reference; the original prevails.
edition-digest-notice = A digest of each clause in this portal's own words, not an official text; the issuers' document prevails.
edition-parallel = {$label} (side by side)
made-written = Written by this portal
made-reviewed = Reviewed by {$by}
made-machine = First drafted by machine
marks-explained = Marks on this page
mark-figure-hint = Marked words are where a target or a figure comes from; the number beside the clause leads here.
basis-stated = stated
basis-inherited = by general rule
basis-inherited-hint = Not said in the clause; it follows from a general rule of the plan.
basis-editorial = our reading
basis-editorial-hint = The plan does not say so; this is how the portal reads it.
flag-inferred = heading is ours
flag-inferred-hint = The document has no heading here; the portal supplied one.
flag-gap = text lost
flag-gap-hint = Part of the text is lost in the file we have; the clause says what is missing.
flag-stale = to be updated
flag-stale-hint = The text in the other language has changed since; this clause has not followed yet.
flag-foreign = not in English yet
flag-foreign-hint = This clause exists in the other language only.
flag-uncertain = uncertain

## Targets and figures
how-much = How much
of-what = Of what
by-when = By when
how-firm = How firm
who = Who
where-said = Where it says so
as-of = As of
when = When
leads = Leads
joins = Joins
figures = Figures
files = Data
any = any
reset = Clear
no-figure = no figure
not-stated = not stated
who-not-stated = The plan names no responsible body.
issued-by = Issued by
in-the-plans-words = basis in the plan
indicator = Indicator
category = Category
baseline = Baseline
definition = Definition
passage = Where it says so
follows = Builds on
counterparts = National or regional counterparts
prev = Previous
next = Next
page-prev = Previous page
page-next = Next page
facts-hint = These figures had been reached when the plans were written. They are not targets.
count-of = {"{shown}"} of {"{total}"}
targets-count = { $n ->
    [one] One target
   *[other] {$n} targets
}
facts-count = { $n ->
    [one] One figure
   *[other] {$n} figures
}
and-more = and {$n} more

## Pages of bodies, partners and the like
not-own-site = This is not an official page; it gathers what the plans say under this name.
website = Official site
aliases = Also called
years = Name in use
former = Succeeded
later = Succeeded by
parent = Under
children = Bodies under it
member-of = Belongs to
members = Members
country = Country
lies-in = Lies in
contains = Contains
via = through
body-targets = Targets that name this body
projects-led = Projects it leads
projects-joined = Projects it joins
plans-issued = Plans it issued
bodies-involved = Chinese bodies involved
targets-in-these-clauses = Targets in these clauses
regional-plans = Plans of this region
cited-as = Cited as
in-this-portal = In this portal
accepted = Also accepted
avoid = Better avoided
duties-lead = Leads
duties-participate = Takes part
duties-responsible = Is responsible
duties-guide = Guides
duties-coordinate = Coordinates
duties-collective = As one of “{$name}”
duties-collective-note = The plan gives the task to a class of bodies and names none.
duties-bureaus = Tasks of bodies under it
duties-bureaus-note = These tasks belong to bodies under it and are not counted as its own.
duties-predecessors = Tasks of its predecessors
duties-predecessors-note = These tasks stand in a predecessor's name and are not counted as its own.
mentions-named = Named directly
mentions-mechanism = Through a mechanism
mentions-mechanism-note = These clauses name a mechanism or organisation, not the partner itself.
mentions-priority = Named as a priority
mentions-priority-note = These clauses list it as a priority along the corridor named beside them.
mentions-host = As host
priorities = Priorities along it
priority-regions = Priority regions
priority-countries = Listed as priority countries
priority-mechanisms = Main mechanisms
mentions-party = As a party
mentions-in = Where it is named
mentions-cited = Where it is cited
mentions-topic = Clauses in this field

## Data page
data-sets = Data sets
data-plans = Data by plan
data-samples = Worked examples
cite-data = Cite these data
data-archive = All data (ZIP)
data-index = List of files (JSON)
records-count = { $n ->
    [one] One record
   *[other] {$n} records
}

## Counts (the number stands apart)
count-plans = { $n ->
    [one] plan
   *[other] plans
}
count-clauses = { $n ->
    [one] clause
   *[other] clauses
}
count-targets = { $n ->
    [one] target
   *[other] targets
}
count-facts = { $n ->
    [one] figure reached
   *[other] figures reached
}
count-projects = { $n ->
    [one] project
   *[other] projects
}
count-bodies = { $n ->
    [one] responsible body
   *[other] responsible bodies
}
count-partners = { $n ->
    [one] partner
   *[other] partners
}
count-mentions = { $n ->
    [one] mention
   *[other] mentions
}
count-leads = { $n ->
    [one] task led
   *[other] tasks led
}
count-joins = { $n ->
    [one] task joined
   *[other] tasks joined
}
count-duties = { $n ->
    [one] duty
   *[other] duties
}
count-documents = { $n ->
    [one] document
   *[other] documents
}

## Vocabulary
level-national = national
level-provincial = provincial
level-prefectural = municipal
level-county = county
level-none = no level
level-regional = regional
kind-plan = plan
kind-scheme = scheme
kind-notice = notice
kind-opinion = opinion
status-draft = draft
status-in-force = in force
status-superseded = superseded
status-repealed = repealed
status-ended = period ended
nature-binding = binding
nature-binding-hint = The plan lists it as a binding indicator.
nature-expected = expected
nature-expected-hint = The plan lists it as an expected indicator.
force-firm = firm
force-strive = strive
force-strive-hint = The plan says “strive for” or the like.
force-in-principle = in principle
force-in-principle-hint = The plan says “in principle”.
force-intended = intended
force-intended-hint = The plan states an intention only.
force-third-party = third party
force-third-party-hint = An aim or money of others.
role-lead = leads
role-participate = joins
role-responsible = responsible
role-guide = guides
role-coordinate = coordinates
extent-figure = with a figure
extent-all = all
extent-some = some
extent-qualitative = without a figure
comparator-at-least = at least
comparator-at-most = at most
comparator-about = about
comparator-nearly = nearly
comparator-more-than = more than
comparator-less-than = less than
change-increase = up
change-decrease = down
change-add = new
reading-relative = The increase is relative, not in percentage points.
reading-points = The increase is in percentage points.
reading-unclear = The plan does not say whether the increase is relative or in percentage points.
reading-add = This many are to be added; it is not a total.
reading-at-least = The figure is a minimum.
reading-at-most = The figure is a maximum.
reading-about = The plan gives an approximate figure.
measure-stock = A total at the end of the period.
measure-cumulative = Added up over the period.
measure-annual = Per year.
when-by = by {$end}
when-before = before {$end}
when-during-open = from {$start}
when-recurring = every year
when-none = no date
facet-plan = Plan
facet-topic = Topic
facet-body = Body
facet-due = Due
facet-nature = Nature
facet-force = Force
facet-extent = Figure
department-ministry = ministry
department-commission = commission
department-agency = national agency
department-bureau = bureau
department-office = office
department-leading-group = leading group
department-mechanism = coordination mechanism
department-government = people's government
department-court = court
department-military = military body
department-party = Party body
department-hospital = hospital
department-university = university
department-institute = institute
department-centre = centre
department-association = association
department-museum = museum
department-company = company
department-media = media
department-school = school
department-zone = zone
department-collective = class of bodies
department-other = other body
partner-country = country
partner-region = region
partner-organisation = international organisation
partner-mechanism = cooperation mechanism
partner-forum = forum
partner-institution = foreign institution
partner-company = foreign company
partner-programme = programme
place-province = province
place-city = city
place-district = district
place-county = county
place-area = area
place-zone = zone
place-corridor = corridor
place-foreign = abroad

## Records and lists
figure-all = all
figure-some = some
comparator-at-least-share = at least
comparator-less-than-share = less than
when-until = until {$end}
indicator-number = No. {$n}
project-number = Project {$n}
misprint = {$name} (wrong form in an official text)
first-of = Shown here are the first {$shown} of {$total} {$what}; the data files hold all of them.
due-over = {$year} is over.
reading-per = Counted {$per}.
back-to-text = Back to the text
count-duties-other = {$n ->
    [one] other task
   *[other] other tasks
}
entry-former = former name
entry-here = in this portal
full-stop = .
describe-target = {$what}. A target of “{$plan}” with the words that state it, in Chinese and English.
describe-project = {$name}. A project of “{$plan}”: who leads, who joins, when and with whom.
describe-department = {$name}: what the plans have it lead and join and which targets name it, clause by clause.
describe-partner = {$name}: the clauses, projects and targets of the plans that name it, and the Chinese bodies involved.
describe-place = {$name}: the plans, bodies, projects and clauses that belong to it or name it.
describe-topic = {$name}: targets, clauses, projects and responsible bodies across the plans.
describe-document = {$name}: which clauses of which plans cite it.
describe-term = {$name}: Chinese and English forms, definition and where it occurs.
intro-plans = Each plan can be read clause by clause, in either language or in both side by side.
intro-departments = Every Chinese body to which a plan gives a task or which it names.
intro-partners = Countries, regions, international organisations, mechanisms and foreign institutions that the plans name.
intro-places = Places that the plans name, in China and abroad.
intro-topics = Fields of policy that cut across the plans.
intro-projects = Numbered projects, each with the bodies that lead and join it.
intro-documents = Works that the plans cite.
intro-glossary = Terms in both languages, as this portal uses them.
group-departments-national = National bodies
group-departments-provincial = Provincial bodies
group-departments-prefectural = Municipal bodies
group-departments-county = County bodies
group-departments-none = Institutions, associations, enterprises and others
group-departments-collective = Classes of bodies
group-partners-country = Countries
group-partners-region = Regions
group-partners-organisation = International organisations
group-partners-mechanism = Cooperation mechanisms
group-partners-forum = Forums and congresses
group-partners-institution = Foreign institutions
group-partners-company = Foreign companies
group-partners-programme = Programmes
group-places-province = Provinces
group-places-city = Cities
group-places-district = Districts
group-places-county = Counties
group-places-area = Areas
group-places-zone = Zones
group-places-corridor = Corridors
group-places-foreign = Abroad
document-plan = plan
document-opinion = opinions
document-notice = notice
document-agreement = agreement
document-standard = standard
document-journal = journal
document-law = law
document-resolution = resolution
clauses = Clauses
indicators = Indicators
duties = Duties
mentions = Mentions
set-plans = Metadata of each plan, its clauses, what it carries on and what it cites.
file-csv = CSV ({$lang})
set-clauses = The texts of all clauses, aligned in Chinese and English.
set-targets = What is to be reached: value, unit, deadline, force, bodies, and the clause that says so.
set-indicators = The targets that stand in numbered tables of indicators.
set-facts = Quantities already reached when a plan was written.
set-projects = Numbered projects: who leads and joins, when, where, with whom.
set-duties = Which clause gives which body which role.
set-departments = Responsible bodies with their names, parents, predecessors and successors.
set-partners = Countries, regions, organisations, mechanisms and institutions, with dated members.
set-mentions = Which clause names what.
set-places = Places and where they lie.
set-topics = Fields of policy.
set-documents = Cited documents and the clauses that cite them.
set-glossary = Terms in both languages.
data-cite = {$title}, open data, content as of {$date}, {$url}.
cover-alt = {$plan}: a square for every target above the year in which it is due
sample-record = One target (in part)
sample-shell = Targets with a figure due in a year (curl and jq)
sample-python = Bodies that lead most often (Python)
sample-javascript = Clauses that name a partner, in both languages (JavaScript; in Node as a module)

## Plan page, citations and texts of plans
source-lang-zh = Chinese
source-lang-en = English
source-lang-both = Chinese and English
country-china = China
valid-from = from {$from}
valid-until = until {$to}
valid-between = {$from} to {$to}
made-translated = Translated for this portal
made-imported = Taken from the issuers' file
made-unreviewed = Not yet reviewed by a second reader
made-join = {". "}
clause-not-summarised = The portal has not yet summarised this clause; see the issuers' document.
clause-lost = The text of this clause is missing in the file we have; see the issuers' document.
describe-parallel = {$title}: Chinese and English side by side, aligned by clause and paragraph.
cite-gb = GB/T 7714
cite-gb-portal = GB/T 7714, this portal's text
cite-en = English style
cite-en-portal = English style, this portal's text
cite-edition-official = text as republished
cite-edition-translation = translation
cite-edition-digest = digest clause by clause

## Pictures
as-table = As a table
part-lead = leads
part-other = takes part otherwise
picture-due = Targets due, by year
picture-all = all clauses counted
picture-named-n = clauses that name it
picture-upper = Clause carried on
picture-of = {$n} of {$all}
picture-timeline = When the plans run
picture-timeline-desc = A bar is the term of a plan: full for national plans, empty for regional ones. A diamond stands at the end of a year in which targets are due, with their number. The upright line is the day of this content.
picture-years = Targets by field and year
picture-years-desc = How many targets of each field are due in each year; the area of a dot tells the number. A target that belongs to two fields is counted in both.
picture-who = Who leads and who takes part
picture-who-desc = The bodies with the most tasks, by field. A full box counts the clauses in which a body leads, an empty box those in which it has another part: joins, is responsible, guides or coordinates. Classes of bodies are left out.
picture-carried = How the plan is carried on
picture-carried-desc = A line leads from a clause to the clause of another plan that carries it on. Where the plans do not say so themselves, this is the portal's reading.
picture-share = Its share, by field
picture-share-desc = Of the clauses of each field that give some body a task, those in which this body leads (full) and those in which it has another part (empty). Tasks of classes of bodies, of bodies under it and of predecessors are not counted.
picture-named = Where it is named, by field
picture-named-desc = Of the clauses of each field that name a partner, those that name this one directly.

## Search
search-about = Search all plans, targets, projects, bodies, partners and terms by words of either language.
search-for = Words to search for
search-hint = Words, names or numbers
search-narrow = Narrow down
search-all = All
search-by-kind = Kind
search-by-plan = Plan
search-by-body = Responsible body
search-by-topic = Topic
search-by-year = Year of issue
search-kind-clause = Clause
search-kind-target = Target
search-kind-fact = Already reached
search-kind-project = Project
search-kind-plan = Plan
search-kind-department = Responsible body
search-kind-partner = Partner
search-kind-place = Place
search-kind-topic = Topic
search-kind-document = Cited document
search-kind-term = Term
search-kind-page = Page
search-none = Nothing found. Try fewer or other words, or begin with the plans and terms below.
search-one = 1 result
search-many = {"{n}"} results
search-most = At most {"{n}"} results
search-mean = Did you mean:
search-more = More results
search-twin = In Chinese
search-needs-script = Searching needs scripts, which are switched off here. The plans and terms below lead everywhere.
search-missing = Part of the search index could not be fetched.
search-damaged = Part of the search index arrived damaged.
search-version = The search index belongs to another version of this site. Reloading the page should help.
search-file = This copy of the site cannot search from a folder; one that was built for use without a server can.
search-retry = Try again
search-way-on = The plans and terms below lead everywhere, too.
