//! scratch
use diptych::*;
fn main() {
    let root = std::env::args().nth(1).unwrap();
    let (s, f) = source::Sources::open(std::path::Path::new(&root)).unwrap();
    let mut rep = report::Report::default();
    rep.extend(f);
    let (c, f) = content::load(&s);
    rep.extend(f);
    let c = c.unwrap();
    let now = c.config.as_of;
    let (site, f) = resolve::resolve(c, content::Bodies::new(&s), resolve::Options { now, drafts: false });
    rep.extend(f);
    let rep = rep.sorted();
    let w = report::Wording::new(lang::Lang::En);
    for d in rep.iter() {
        eprint!("{}", report::human(d, &w, report::Look::Plain, &|p| s.quote(p)));
    }
    eprintln!(
        "{} pages; errors {} warnings {}",
        site.pages().len(),
        rep.count(report::Severity::Error),
        rep.count(report::Severity::Warning)
    );
    for (i, p, k) in site.plans() {
        eprintln!(
            "{} {} clauses {} mentions",
            p.id(),
            k.clauses.len(),
            k.clauses.iter().map(|c| c.mentions.len()).sum::<usize>()
        );
        let _ = i;
    }
}
