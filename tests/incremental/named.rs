//! Turns the known failures of other tools' incremental builds into tests, each under its name.
//! Knows nothing of chance.

use crate::bench::{Bench, day, put};
use diptych::output::Published;

/// The sound portal, built once.
fn built() -> Bench {
    let bench = Bench::sound();
    bench.agree("the first build");
    bench
}

#[test]
fn equal_input_stops_at_once() {
    let bench = built();
    let again = bench.build();
    let names: Vec<&str> = again.timings.stages.iter().map(|stage| stage.name).collect();
    assert_eq!(names, ["cache", "source", "cache", "confirm"], "nothing was read, tied, checked or made");
    let published = again.published.unwrap();
    assert!(published.unchanged > 50 && published.written + published.removed == 0, "{published:?}");
}

#[test]
fn a_folder_that_was_left_alone_is_known_at_sight() {
    let bench = built();
    let started = std::time::Instant::now();
    let at_sight = || {
        let again = bench.build();
        let names: Vec<&str> = again.timings.stages.iter().map(|stage| stage.name).collect();
        (names == ["cache", "source", "confirm"]).then(|| again.published.unwrap().unchanged)
    };
    // Its files must have been there for a moment before their times speak for them.
    let unchanged = loop {
        if let Some(unchanged) = at_sight() {
            break unchanged;
        }
        assert!(started.elapsed().as_secs() < 60, "it never was");
    };
    assert!(unchanged > 50);
    bench.agree("nothing");
    std::fs::write(bench.output("en/index.html"), "x").unwrap();
    assert!(at_sight().is_none(), "somebody wrote into it");
    bench.agree("somebody wrote into it");
}

#[test]
fn one_edit_makes_only_what_shows_it() {
    let bench = built();
    bench.swap("content/plans/alpha/digest.en.md", "So far,", "Until now,");
    let Published { written, unchanged, .. } = bench.build().published.unwrap();
    assert!(written < 30 && unchanged > written, "{written} written, {unchanged} unchanged");
    bench.agree("one edit");
}

#[test]
fn the_search_index_is_made_anew_only_where_what_it_tells_changed() {
    let bench = built();
    let is_made = || {
        let built = bench.build();
        assert!(built.published.is_some_and(|published| published.written > 0));
        built.timings.stages.iter().any(|stage| stage.name == "search")
    };
    bench.write("content/static/notes.txt", "one");
    bench.write("themes/silk/assets/site.css", "a { top: 1px }\n");
    assert!(!is_made(), "a copied file and a style");
    bench.agree("a copied file and a style");
    bench.swap("content/plans/alpha/digest.en.md", "So far,", "Until now,");
    assert!(is_made(), "a clause");
    bench.agree("a clause");
    std::fs::write(bench.output("search/manifest.json"), "{}").unwrap();
    assert!(is_made(), "somebody wrote into the published folder");
    bench.agree("an index that was spoiled");
}

#[test]
fn outputs_are_cleaned_though_the_cache_is_missing() {
    let bench = built();
    bench.remove(".diptych");
    bench.remove("content/pages/about");
    bench.agree("a page gone, and the cache");
    assert!(!bench.output("en/about/index.html").exists());
}

#[test]
fn what_need_not_be_made_is_still_there() {
    let bench = built();
    for words in ["One.", "Two."] {
        bench.swap("content/pages/about/en.md", "About", words);
        bench.agree("pages that are taken over are part of the site");
    }
    assert!(bench.output("zh/plans/alpha/index.html").exists());
}

#[test]
fn a_page_that_is_taken_over_keeps_its_pictures() {
    let bench = built();
    bench.write("content/plans/alpha/media/a.png", "png");
    let text = bench.read("content/plans/alpha/digest.en.md").unwrap();
    bench.write("content/plans/alpha/digest.en.md", &format!("{text}\n![A picture](media/a.png)\n"));
    bench.agree("a picture");
    bench.swap("content/pages/about/en.md", "About", "More about");
    bench.agree("another page");
    assert!(bench.output("media/alpha/a.png").exists());
}

#[test]
fn faults_are_said_again_of_what_is_not_read_again() {
    let bench = built();
    bench.swap("content/plans/alpha/digest.zh.md", "已有", "中阿已有");
    bench.agree("an ambiguous name");
    let first = bench.build().report;
    assert!(first.iter().any(|fault| fault.code.name() == "ambiguous-alias"), "{first:?}");
    bench.swap("content/pages/about/en.md", "About", "More about");
    bench.agree("another page");
    assert_eq!(bench.build().report, first);
}

#[test]
fn a_file_outside_the_page_counts_by_what_it_holds_and_not_by_its_name() {
    let bench = built();
    bench.write("content/static/notes.txt", "one");
    bench.agree("a static file");
    bench.write("content/static/notes.txt", "two");
    bench.agree("as long as before");
    assert_eq!(bench.page("notes.txt"), "two");
}

#[test]
fn a_style_that_changes_reaches_every_page() {
    let bench = built();
    bench.write("themes/silk/assets/site.css", "a { top: 1px }\n");
    bench.agree("a style");
    let first = bench.page("en/index.html");
    bench.write("themes/silk/assets/site.css", "a { top: 2px }\n");
    bench.agree("another style");
    assert_ne!(bench.page("en/index.html"), first, "its address changed with it");
}

#[test]
fn a_change_of_the_configuration_reaches_every_page() {
    let bench = built();
    bench.swap("content/portal.toml", "en = \"Portal\"", "en = \"Gate\"");
    bench.agree("the portal's name");
    assert!(bench.page("en/plans/alpha/index.html").contains("Gate"));
}

#[test]
fn files_that_are_written_again_as_they_were_are_no_change() {
    let bench = built();
    for name in ["content/portal.toml", "content/plans/alpha/plan.toml", "content/plans/alpha/digest.zh.md"] {
        let text = bench.read(name).unwrap();
        bench.remove(name);
        bench.write(name, &text);
    }
    let published = bench.build().published.unwrap();
    assert_eq!((published.written, published.removed), (0, 0));
}

#[test]
fn lists_know_what_other_plans_say() {
    let bench = built();
    bench.swap("content/plans/alpha/plan.toml", "en = \"Plan Alpha\"", "en = \"Great Plan\"");
    bench.agree("a title");
    for page in
        ["en/index.html", "en/plans/index.html", "en/departments/nhc/index.html", "en/targets/index.html"]
    {
        assert!(bench.page(page).contains("Great Plan"), "{page}");
    }
}

#[test]
fn a_static_file_that_is_gone_is_gone() {
    let bench = built();
    bench.write("content/static/old.txt", "old");
    bench.agree("a static file");
    bench.remove("content/static/old.txt");
    bench.agree("a static file less");
    assert!(!bench.output("old.txt").exists());
}

#[test]
fn a_folder_that_moved_has_moved() {
    let bench = built();
    std::fs::rename(bench.path("content/plans/alpha"), bench.path("content/plans/omega")).unwrap();
    bench.swap("content/plans/omega/plan.toml", "id = \"alpha\"", "id = \"omega\"");
    bench.agree("a folder that moved");
    assert!(bench.output("en/plans/omega/index.html").exists() && !bench.output("en/plans/alpha").exists());
}

#[test]
fn a_file_that_shadows_one_of_the_theme_is_seen_and_so_is_its_end() {
    let bench = built();
    bench.write(
        "templates/content.html",
        "{% extends \"builtin/content.html\" %}{% block main %}<h1>own</h1>{% endblock main %}",
    );
    bench.agree("a template of the site's own");
    assert!(bench.page("en/about/index.html").contains("<h1>own</h1>"));
    bench.remove("templates");
    bench.agree("without it");
    assert!(!bench.page("en/about/index.html").contains("<h1>own</h1>"));
}

#[test]
fn a_translation_that_comes_later_is_named_on_the_page_that_was_there() {
    let bench = built();
    bench.write("content/pages/later/zh.md", "# 以后\n");
    bench.agree("one language");
    assert!(!bench.page("zh/later/index.html").contains("hreflang=\"en\" href"));
    bench.write("content/pages/later/en.md", "# Later\n");
    bench.agree("both languages");
    assert!(bench.page("zh/later/index.html").contains("rel=\"alternate\" hreflang=\"en\""));
}

#[test]
fn a_translation_goes_stale_and_is_settled_on_every_page_that_says_so() {
    let bench = built();
    let twins = "content/plans/alpha/twins.toml";
    let accept = |source: &str| {
        let of = diptych::content::twins::mark(source);
        let entry = format!("id = \"c2\"\nlang = \"en\"\nof = \"{of}\"\ntext = \"{source}\"\n");
        bench.write(twins, &format!("[[clause]]\n{entry}by = \"portal\"\nat = 2026-01-01\n"));
    };
    let is_marked = || bench.page("en/plans/alpha/index.html").contains("to be updated");
    accept("已有7.5个基地。");
    bench.agree("accepted");
    assert!(!is_marked());
    bench.swap("content/plans/alpha/digest.zh.md", "已有7.5个基地。", "目前已有7.5个基地。");
    bench.agree("the source moved on");
    assert!(is_marked());
    accept("目前已有7.5个基地。");
    bench.agree("accepted again");
    assert!(!is_marked());
    bench.remove(twins);
    bench.agree("nobody has said anything");
    assert!(!is_marked());
}

#[test]
fn a_plans_end_comes_without_any_edit() {
    let mut bench = Bench::sound();
    bench.options.now = day("2025-12-31");
    bench.agree("its last day");
    let before = bench.page("en/plans/index.html");
    bench.options.now = day("2026-01-01");
    bench.agree("the day after");
    assert_ne!(bench.page("en/plans/index.html"), before);
}

#[test]
fn a_file_as_old_and_as_long_as_before_is_read_again() {
    let bench = built();
    let path = bench.path("content/pages/about/en.md");
    let times = std::fs::metadata(&path).unwrap().modified().unwrap();
    bench.swap("content/pages/about/en.md", "About", "Abort");
    std::fs::File::options().write(true).open(&path).unwrap().set_modified(times).unwrap();
    bench.agree("times that lie");
    assert!(bench.page("en/about/index.html").contains("Abort"));
}

#[test]
fn a_fault_leaves_the_site_as_it_was_and_its_end_brings_the_new_one() {
    let bench = built();
    let good = bench.read("content/plans/alpha/plan.toml").unwrap();
    bench.write("content/plans/alpha/plan.toml", "not toml");
    bench.agree("a fault");
    assert!(bench.build().published.is_none() && bench.output("en/plans/alpha/index.html").exists());
    bench.write("content/plans/alpha/plan.toml", &good.replace("Plan Alpha", "Plan A"));
    bench.agree("mended");
}

#[test]
fn a_folder_that_cannot_keep_anything_is_built_all_the_same() {
    let bench = Bench::sound();
    put(&bench.path(".diptych"), b"a file, where the folder would be");
    let built = bench.build();
    assert!(built.published.is_some() && built.not_kept.is_some());
}

#[test]
fn a_build_that_is_killed_leaves_nothing_that_a_later_one_trusts() {
    let bench = built();
    let at_work = bench.output("../.output.new");
    // Before anything was done, when the new folder begins, when there are pages in it, and when it is whole.
    let moments =
        [bench.path(""), at_work.clone(), at_work.join("en"), at_work.join("zh/topics"), at_work.join("zh")];
    for (number, moment) in moments.iter().enumerate() {
        bench.swap("content/portal.toml", "Portal", &format!("Portal {number}"));
        bench.swap("content/plans/alpha/digest.en.md", "So far,", &format!("So far ({number}),"));
        let mut build = std::process::Command::new(env!("CARGO_BIN_EXE_diptych"));
        let build = build.env_clear().arg("--root").arg(bench.path("")).args(["build", "--output"]);
        let mut build = build.arg(bench.output("")).stderr(std::process::Stdio::null()).spawn().unwrap();
        while !moment.exists() && build.try_wait().unwrap().is_none() {
            std::thread::yield_now();
        }
        let _ = build.kill();
        build.wait().unwrap();
        bench.agree("after a build that was killed");
    }
}
