//! Turns attacks and edits into what the preview answers, by raw requests to the real program.
#![expect(clippy::unwrap_used, reason = "a test stops where it cannot go on")]

mod preview;

use preview::Preview;

const POLICY: &str = "content-security-policy: default-src 'none'; script-src 'self'; style-src 'self'; \
                      img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; \
                      base-uri 'none'; frame-ancestors 'none'";

#[test]
fn strangers_are_refused_and_learn_nothing() {
    let preview = Preview::fresh();
    let port = preview.port;
    for host in ["evil.test", &format!("evil.test:{port}"), "localhost", "localhost:1", "", "192.168.0.1"] {
        let answer = preview.raw(&format!("GET / HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n"));
        assert_eq!((answer.status, answer.body.len()), (403, 0), "{host}");
    }
    let without = preview.raw("GET / HTTP/1.0\r\n\r\n");
    assert_eq!(without.status, 403, "no host at all");
    for host in ["localhost", "127.0.0.1", "[::1]", "zh.localhost"] {
        let answer =
            preview.raw(&format!("GET / HTTP/1.1\r\nHost: {host}:{port}\r\nConnection: close\r\n\r\n"));
        assert_eq!(answer.status, 200, "{host}");
    }
    for origin in ["http://evil.test", "null", "https://evil.test:4000"] {
        let answer = preview.ask("GET", "/", &[&format!("Origin: {origin}")]);
        assert_eq!((answer.status, answer.body.len()), (403, 0), "{origin}");
        assert!(!answer.head.contains("access-control"), "{}", answer.head);
    }
    for method in ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "BREW"] {
        let answer = preview.ask(method, "/", &[]);
        assert_eq!(answer.status, 405, "{method}");
        assert!(answer.head.contains("allow: get, head"), "{}", answer.head);
    }
}

#[test]
fn changes_are_told_only_to_our_own_pages() {
    let preview = Preview::fresh();
    let token = preview.token();
    let ask = |lines: &[&str]| preview.ask("GET", "/.diptych/changes?since=0", lines).status;
    let ours = format!("Diptych-Token: {token}");
    assert_eq!(ask(&[&ours]), 200);
    assert_eq!(ask(&[&ours, &format!("Origin: http://localhost:{}", preview.port)]), 200);
    assert_eq!(ask(&[]), 403);
    assert_eq!(ask(&["Diptych-Token: 0"]), 403);
    assert_eq!(ask(&[&ours, "Origin: http://evil.test"]), 403);
    assert_eq!(ask(&[&ours, "Sec-Fetch-Site: cross-site"]), 403);
    assert_eq!(preview.ask("GET", "/.diptych/changes?since=x", &[&ours]).status, 400);
    assert_eq!(preview.get(&format!("/.diptych/changes?since=0&token={token}")).status, 403);
}

/// The kernel's own list of who listens where.
#[cfg(target_os = "linux")]
#[test]
fn only_this_machine_can_look_in_unless_asked() {
    let preview = Preview::fresh();
    let mine = format!("{:04X}", preview.port);
    let mut listens = Vec::new();
    for list in ["/proc/net/tcp", "/proc/net/tcp6"] {
        let text = std::fs::read_to_string(list).unwrap_or_default();
        let fields = text.lines().map(|line| line.split_whitespace().collect::<Vec<&str>>());
        let open = fields.filter(|fields| fields.get(3) == Some(&"0A"));
        listens
            .extend(open.filter_map(|fields| Some(fields[1].strip_suffix(&format!(":{mine}"))?.to_owned())));
    }
    assert_eq!(listens, ["0100007F"], "127.0.0.1 and nothing else");
}

#[test]
fn every_answer_carries_the_policy_and_no_other_site_may_read_it() {
    let preview = Preview::fresh();
    for path in ["/", "/zh/", "/en/plans", "/robots.txt", "/nowhere", "/.diptych/preview.js", "/.diptych/x"] {
        let answer = preview.ask("GET", path, &["Sec-Fetch-Site: same-origin"]);
        assert!(answer.head.contains(&POLICY.to_lowercase()), "{path}: {}", answer.head);
        assert!(answer.head.contains("x-content-type-options: nosniff"), "{path}");
        assert!(answer.head.contains("cross-origin-resource-policy: same-origin"), "{path}");
        assert!(!answer.head.contains("access-control"), "{path}");
        let head = preview.ask("HEAD", path, &[]);
        assert_eq!((head.status, head.body.len()), (answer.status, 0), "{path}");
    }
    let page = preview.get("/en/").text();
    assert!(!page.contains("<script>") && !page.contains("<style"), "nothing inline");
    assert_eq!(preview.get("/en/plans").status, 302, "a folder has its slash");
}

#[test]
fn no_address_leads_out_of_the_site() {
    let preview = Preview::fresh();
    preview.write("secret.toml", "secret = true\n");
    preview.write("content/.hidden/secret.txt", "secret\n");
    let corpus = [
        "/../secret.toml",
        "/zh/../../secret.toml",
        "/%2e%2e/secret.toml",
        "/..%2fsecret.toml",
        "/%252e%252e/secret.toml",
        "/zh/%2e%2e/%2e%2e/secret.toml",
        "/./secret.toml",
        "//secret.toml",
        "/..\\secret.toml",
        "/%5c..%5csecret.toml",
        "/content/portal.toml",
        "/zh/index.html%00.css",
        "/.hidden/secret.txt",
        "/.diptych/../secret.toml",
        "/.diptych/cache/state",
        "/C:/secret.toml",
        "/%c0%ae%c0%ae/secret.toml",
        "/%ff",
        "/zh//plans/",
        "/\u{ff0e}\u{ff0e}/secret.toml",
        "/etc/passwd",
        "/proc/self/environ",
        "/file:///etc/passwd",
        "/zh/plans/..",
        "/zh/plans/../../..",
    ];
    for path in corpus {
        let answer = preview.get(path);
        assert!([400, 404].contains(&answer.status), "{path}: {}", answer.status);
        assert!(!answer.text().contains("secret ="), "{path}");
    }
    let absolute = preview.ask("GET", "http://evil.test/secret.toml", &[]);
    assert!([400, 403, 404].contains(&absolute.status), "{absolute:?}");
    assert_eq!(preview.get("/zh/nowhere/").status, 404);
    assert!(
        preview.get("/zh/nowhere/").text().contains("lang=\"zh-Hans\""),
        "in the language of the address"
    );
}

#[test]
fn every_kind_of_change_is_handled_as_a_clean_build_would() {
    let preview = Preview::fresh();
    let plan = "content/plans/libraries-2026-2030";
    preview.swap(&format!("{plan}/digest.en.md"), "Branch libraries", "Branches everywhere");
    preview.settles("an edit");
    let saved = preview.read(&format!("{plan}/plan.toml")).replace("Public Libraries", "Reading Rooms");
    preview.write("content/plan.toml.tmp~", &saved);
    std::fs::rename(preview.path("content/plan.toml.tmp~"), preview.path(&format!("{plan}/plan.toml")))
        .unwrap();
    preview.settles("an editor that saves by renaming");
    for name in ["plan.toml", "digest.zh.md", "digest.en.md"] {
        let text = preview.read(&format!("{plan}/{name}")).replace("libraries-2026-2030", "later");
        preview.write(&format!("content/plans/later/{name}"), &text);
    }
    preview.settles("a new plan");
    preview.swap("content/plans/later/plan.toml", "id = \"later\"", "id = \"moved\"");
    std::fs::rename(preview.path("content/plans/later"), preview.path("content/plans/moved")).unwrap();
    preview.settles("a folder that moved");
    assert_eq!(preview.get("/en/plans/later/").status, 404);
    std::fs::remove_dir_all(preview.path("content/plans/moved")).unwrap();
    preview.settles("a plan that is gone");
    let block = |name: &str| {
        format!(
            "{{% extends \"builtin/content.html\" %}}{{% block main %}}<h1>{name}</h1>{{% endblock main %}}"
        )
    };
    preview.write("templates/content.html", &block("one"));
    preview.settles("the first template, in a new folder");
    preview.write("templates/content.html", &block("two"));
    preview.settles("a template");
    assert!(preview.get("/en/about/").text().contains("<h1>two</h1>"));
    std::fs::remove_dir_all(preview.path("templates")).unwrap();
    preview.settles("a template that is gone");
    let words =
        include_str!("../themes/silk/messages/en.ftl").replace("\nplans = Plans\n", "\nplans = Schemes\n");
    preview.write("themes/silk/messages/en.ftl", &words);
    preview.settles("a message file that shadows the program's");
    assert!(preview.get("/en/").text().contains("Schemes"));
    preview.write("themes/silk/assets/site.css", "body { color: teal }\n");
    preview.settles("a file of the theme that shadows the program's");
    std::fs::remove_dir_all(preview.path("themes")).unwrap();
    preview.settles("a theme that is gone");
    preview.write("content/static/中文.txt", "一\n");
    preview.settles("a static file");
    preview.write("content/static/中文.txt", "二\n");
    preview.settles("a changed static file");
    std::fs::remove_dir_all(preview.path("content/static")).unwrap();
    preview.settles("a static file that is gone");
    assert_eq!(preview.get("/%E4%B8%AD%E6%96%87.txt").status, 404);
    preview.swap("content/portal.toml", "as_of = ", "output = { feeds = false }\nas_of = ");
    preview.settles("the configuration");
    assert_eq!(preview.get("/en/feed.atom").status, 404);
    preview.swap("content/departments.toml", "Library Office", "Office of Libraries");
    preview.settles("a register");
}

#[test]
fn a_burst_of_a_thousand_files_ends_as_a_clean_build() {
    let preview = Preview::fresh();
    for number in 0..1000 {
        preview.write(&format!("content/static/burst/{}/{number}.txt", number % 40), "burst\n");
    }
    preview.settles("a burst");
    std::fs::rename(preview.path("content/static/burst"), preview.path("content/static/moved")).unwrap();
    preview.settles("a folder of a thousand files that moved");
}

#[test]
fn who_is_told_of_a_change_finds_it() {
    let preview = Preview::fresh();
    let path = "content/plans/libraries-2026-2030/digest.en.md";
    let text = preview.read(path);
    for letter in 'a'..='z' {
        let before = preview.news(0).version;
        // Saved in one step: a file that is only half written is a change of its own.
        preview.write("content/saved~", &text.replace("colleagues", &format!("colleagues {letter}")));
        std::fs::rename(preview.path("content/saved~"), preview.path(path)).unwrap();
        let told = preview.news(before);
        assert!(told.version > before);
        // Asked once, at once: a browser that is told reloads, and would stay at the old page for ever.
        let page = preview.get("/en/plans/libraries-2026-2030/").text();
        assert!(page.contains(&format!("colleagues {letter} in")), "{letter}: {:?}", told.faults);
    }
}

/// A queue of events that is full loses them. So does a file that is written by another of its names.
#[cfg(unix)]
#[test]
fn an_edit_of_which_no_event_tells_is_seen_all_the_same() {
    let preview = Preview::fresh();
    preview.settles("at rest");
    let outside = tempfile::tempdir().unwrap();
    let other = outside.path().join("other-name.md");
    let path = preview.path("content/plans/libraries-2026-2030/digest.en.md");
    std::fs::hard_link(&path, &other).unwrap();
    let text = std::fs::read_to_string(&other).unwrap();
    std::fs::write(&other, text.replace("colleagues", "friends")).unwrap();
    preview.settles("no event told of it");
    assert!(preview.get("/en/plans/libraries-2026-2030/").text().contains("friends"));
}

#[test]
fn the_last_good_pages_stay_while_something_is_wrong() {
    let preview = Preview::fresh();
    let path = "content/plans/libraries-2026-2030/plan.toml";
    let (before, good) = (preview.get("/en/plans/libraries-2026-2030/").text(), preview.read(path));
    preview.write(path, &good.replace("lead\"", "<script>alert(1)</script>\""));
    preview.until("a fault", |news| !news.faults.is_empty());
    let news = preview.news(0);
    assert!(news.faults[0].starts_with("error[unknown-value]"), "{}", news.faults[0]);
    assert!(news.faults[0].contains("<script>alert(1)</script>"), "quoted as it stands: {}", news.faults[0]);
    let token = format!("Diptych-Token: {}", preview.token());
    let answer = preview.ask("GET", "/.diptych/changes?since=0", &[&token]);
    assert!(answer.head.contains("content-type: application/json"), "text is data, and never a page");
    assert_eq!(preview.get("/en/plans/libraries-2026-2030/").text(), before);
    preview.write("content/portal.toml.tmp", "");
    std::fs::rename(preview.path("content/portal.toml"), preview.path("portal.away")).unwrap();
    preview.until("no portal at all", |news| news.faults.iter().any(|fault| fault.contains("portal.toml")));
    assert_eq!(preview.get("/en/plans/libraries-2026-2030/").text(), before);
    std::fs::rename(preview.path("portal.away"), preview.path("content/portal.toml")).unwrap();
    std::fs::remove_file(preview.path("content/portal.toml.tmp")).unwrap();
    preview.write(path, &good);
    preview.settles("mended");
}
