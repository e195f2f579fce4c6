//! Turns faults of the machine into what stands in the output folder: always a whole site, the old one or the new one.
//! Knows nothing of what is in the pages.
#![cfg(target_os = "linux")]
#![expect(clippy::unwrap_used, reason = "a test stops where it cannot go on")]

#[path = "publish/bench.rs"]
mod bench;

use bench::{Bench, Side};
use diptych::output::{MANIFEST, verify};
use std::process::Stdio;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering::Relaxed};
use std::time::{Duration, Instant};

/// So many builds are killed.
const KILLS: usize = 200;

/// Says that it is over, also when a test fails.
struct End<'a>(&'a AtomicBool);

impl Drop for End<'_> {
    fn drop(&mut self) {
        self.0.store(true, Relaxed);
    }
}

#[test]
fn a_killed_build_leaves_a_whole_site() {
    let bench = Bench::new();
    let mut longest = Duration::ZERO;
    // Both sites from nothing, so that it is known what is whole and how long a build lasts.
    let whole = [Side::Old, Side::New].map(|side| {
        bench.write(side);
        let start = Instant::now();
        assert!(bench.build().status().unwrap().success());
        longest = longest.max(start.elapsed());
        bench.manifest()
    });
    assert_ne!(whole[0], whole[1]);
    let mut chance = bench::Chance(20_261_122);
    let (over, looks) = (AtomicBool::new(false), AtomicUsize::new(0));
    let (mut old, mut new, mut killed) = (0, 0, 0);
    std::thread::scope(|scope| {
        // All the while somebody reads: there is a site, and its manifest is one of the two.
        let reader = scope.spawn(|| {
            while !over.load(Relaxed) {
                assert!(whole.contains(&bench.manifest()), "neither site stands there");
                looks.fetch_add(1, Relaxed);
                std::thread::yield_now();
            }
        });
        let _end = End(&over);
        for number in 0..KILLS {
            let side = if number % 2 == 0 { Side::Old } else { Side::New };
            bench.write(side);
            let mut build = bench.build().stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
            std::thread::sleep(longest.mul_f64(chance.part()));
            build.kill().unwrap();
            killed += usize::from(!build.wait().unwrap().success());
            let found = bench.manifest();
            *(if found == whole[0] { &mut old } else { &mut new }) += 1;
            assert!(whole.contains(&found), "kill {number}");
            let verified = verify(&bench.output()).unwrap();
            assert!(verified.is_whole(), "kill {number}: {verified:?}");
            assert!(!reader.is_finished(), "the reader found no site");
        }
    });
    eprintln!("{killed} of {KILLS} killed before their end; old site {old}, new site {new}; {looks:?} looks");
    assert!(killed > KILLS / 4 && old > 0 && new > 0, "{killed} killed, {old} old, {new} new");
    // The first of the two may have nothing to do, if the last one killed had done all but end.
    for side in [Side::Old, Side::New] {
        bench.write(side);
        assert!(bench.build().status().unwrap().success(), "what was left behind is no hindrance");
    }
    assert_eq!(bench.manifest(), whole[1]);
    assert_eq!(bench.beside(), ["output", "portal"], "and it is gone");
}

#[test]
fn a_file_that_may_not_grow_leaves_the_old_site() {
    let bench = Bench::published();
    let before = bench.manifest();
    // Every write beyond eight blocks of 512 bytes is refused, as a full disk refuses it.
    let limit = "trap '' XFSZ; ulimit -f 8; exec \"$@\"";
    let ended = bench.build_in(&["sh", "-c", limit, "sh"]).output().unwrap();
    assert_eq!(ended.status.code(), Some(2), "{}", String::from_utf8_lossy(&ended.stderr));
    assert!(String::from_utf8_lossy(&ended.stderr).contains("nothing was published"));
    bench.is_as_it_was(&before);
}

#[test]
fn a_full_disk_leaves_the_old_site() {
    let bench = Bench::published();
    let before = bench.manifest();
    // A disk of its own, with the published site on it and no room for a second.
    let script = "mount -t tmpfs -o size=16m,mode=755 none \"$0\" && cp -r \"$1\" \"$0/output\" && \
                  (head -c 20000000 /dev/zero > \"$0/filler\"; shift; \"$@\"; echo \"ended $?\"; \
                  rm \"$0/filler\"; cp -r \"$0/output\" \"$AFTER\"; ls -A \"$0\")";
    let disk = bench.folder("disk");
    let Some(ended) = bench.alone(script, &disk) else {
        eprintln!("no disk of its own can be mounted here; the limit on a file's size stands for it");
        return;
    };
    let (said, told) = (String::from_utf8_lossy(&ended.stdout), String::from_utf8_lossy(&ended.stderr));
    assert!(said.contains("ended 2"), "{said}{told}");
    assert!(told.contains("disk is full") && told.contains("nothing was published"), "{told}");
    assert!(said.ends_with("output\n"), "nothing is left beside the site: {said}");
    assert_eq!(std::fs::read(bench.folder("after").join(MANIFEST)).unwrap(), before);
    assert!(verify(&bench.folder("after")).unwrap().is_whole());
}

#[test]
fn a_folder_that_nobody_may_write_leaves_the_old_site() {
    let bench = Bench::published();
    let before = bench.manifest();
    let script = "mount -t tmpfs -o size=16m,mode=755 none \"$0\" && cp -r \"$1\" \"$0/output\" && \
                  mount -o remount,ro \"$0\" && (shift; \"$@\"; echo \"ended $?\"; cp -r \"$0/output\" \"$AFTER\")";
    let Some(ended) = bench.alone(script, &bench.folder("disk")) else {
        eprintln!("no disk of its own can be mounted here");
        return;
    };
    let (said, told) = (String::from_utf8_lossy(&ended.stdout), String::from_utf8_lossy(&ended.stderr));
    assert!(said.contains("ended 2"), "{said}{told}");
    assert!(told.contains("is the folder above it writable?"), "{told}");
    assert_eq!(std::fs::read(bench.folder("after").join(MANIFEST)).unwrap(), before);
}

#[test]
fn of_two_builds_at_once_one_is_told_to_wait() {
    let bench = Bench::published();
    bench.write(Side::New);
    let lock = std::fs::File::create(bench.folder(".output.lock")).unwrap();
    lock.lock().unwrap();
    let second = bench.build().output().unwrap();
    assert_eq!(second.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&second.stderr).contains("another build is writing"));
    drop(lock);
    // Many at once: each ends well or is told, and what stands there is whole.
    let builds: Vec<_> =
        (0..6).map(|_| bench.build().stdout(Stdio::null()).stderr(Stdio::piped()).spawn().unwrap()).collect();
    let ended: Vec<_> = builds.into_iter().map(|build| build.wait_with_output().unwrap()).collect();
    assert!(ended.iter().any(|build| build.status.success()));
    for build in ended.iter().filter(|build| !build.status.success()) {
        let told = String::from_utf8_lossy(&build.stderr);
        assert!(told.contains("another build is writing"), "{told}");
    }
    assert!(verify(&bench.output()).unwrap().is_whole());
    assert_eq!(bench.beside(), ["output", "portal"]);
}

#[test]
fn names_that_a_disk_may_take_for_one_are_refused() {
    let cases = [
        ("static/Guide.pdf", "static/guide.pdf"),
        ("static/caf\u{e9}.pdf", "static/cafe\u{301}.pdf"),
        ("static/ZH/index.html", "static/other.txt"),
        ("plans/alpha/media/Map.png", "plans/alpha/media/map.png"),
    ];
    for (one, other) in cases {
        let bench = Bench::published();
        let before = bench.manifest();
        bench.put(&format!("content/{one}"), "1");
        bench.put(&format!("content/{other}"), "2");
        let ended = bench.build().output().unwrap();
        let told = String::from_utf8_lossy(&ended.stderr);
        assert_eq!(ended.status.code(), Some(1), "{one}: {told}");
        assert!(told.contains("route-collision"), "{one}: {told}");
        bench.is_as_it_was(&before);
    }
}
