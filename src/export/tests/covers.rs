//! Turns a plan into its picture, and the picture back into colours.
//! Knows nothing of pages that name it.

use super::Made;

/// The colours of the pixels of a picture, row by row, as numbers of its palette.
fn pixels(bytes: &[u8]) -> (u32, u32, Vec<u8>) {
    let mut reader = png::Decoder::new(std::io::Cursor::new(bytes)).read_info().unwrap();
    let mut pixels = vec![0; reader.output_buffer_size().unwrap()];
    let info = reader.next_frame(&mut pixels).unwrap();
    (info.width, info.height, pixels)
}

fn count(pixels: &[u8], ink: u8) -> usize {
    pixels.iter().filter(|pixel| **pixel == ink).count()
}

const TARGET: &str = "[[target]]\nid = \"x\"\nclause = \"c1\"\nsubject = { zh = \"新\", en = \"new\" }\n\
    value = \"7\"\nunit = \"u\"\ndeadline = { kind = \"by\", end = 2025, text = { zh = \"到2025年\", en = \"by 2025\" } }\npassage = { zh = \"字\", en = \"Words\" }\n";

fn portal(targets: &str) -> Made {
    let words = "## 一 {#c1}\n\n字。\n";
    Made::from(&format!(
        "-- content/portal.toml --\ntitle = {{ zh = \"甲\", en = \"A\" }}\ndescription = {{ zh = \"甲\", en = \"A\" }}\n\
         base_url = \"https://a.test/\"\nas_of = 2024-01-01\norganisation = {{ name = {{ zh = \"甲\", en = \"A\" }} }}\n\
         -- content/units.toml --\n[[unit]]\nid = \"u\"\nname = {{ zh = \"个\", en = \"thing\" }}\nplural = \"things\"\n\
         kind = \"count\"\n-- content/plans/p/plan.toml --\n[plan]\nid = \"p\"\ntitle = {{ zh = \"规划\", en = \"Plan\" }}\n\
         issuers = []\nissued = 2021-01-01\nperiod = {{ start = 2021, end = 2025 }}\nlevel = \"national\"\nkind = \"plan\"\n\
         source_lang = \"zh\"\nstatus = \"in-force\"\n\n{targets}\n-- content/plans/p/digest.zh.md --\n{words}\
         -- content/plans/p/digest.en.md --\n## One {{#c1}}\n\nWords.\n"
    ))
}

#[test]
fn a_target_is_a_square_and_a_binding_one_has_another_colour() {
    let picture = |targets: &str| pixels(portal(targets).files().get("covers/p.png").unwrap());
    let (width, height, empty) = picture("");
    assert_eq!((width, height), (1200, 630));
    let (_, _, plain) = picture(TARGET);
    let (_, _, binding) = picture(&format!("{TARGET}nature = \"binding\"\n"));
    let square = count(&plain, 3) - count(&empty, 3);
    assert!(square > 1000, "{square} pixels in the colour of targets");
    assert_eq!(count(&binding, 4) - count(&empty, 4), square, "the same square in the other colour");
    let hollow = TARGET.replace("value = \"7\"\nunit = \"u\"\n", "extent = \"qualitative\"\n");
    let (_, _, hollow) = picture(&hollow);
    assert!(count(&hollow, 3) < count(&plain, 3) && count(&hollow, 2) > 0, "hollow where there is no figure");
}

#[test]
fn the_picture_of_the_portal_is_of_all_its_plans() {
    let made = portal(TARGET);
    assert_eq!(
        made.files().get("covers/all/plans.png"),
        made.files().get("covers/p.png"),
        "there is one plan"
    );
    assert!(portal("").files().contains_key("covers/all/plans.png"));
}

#[test]
fn five_hundred_targets_of_one_year_stay_in_the_picture() {
    let many: String = (0..500).map(|n| TARGET.replace("\"x\"", &format!("\"x{n}\""))).collect();
    let made = portal(&many);
    let (_, _, one) = pixels(made.files().get("covers/p.png").unwrap());
    let top = one.chunks(1200).skip(130).position(|row| row.contains(&3)).unwrap();
    assert!(top > 0, "nothing stands as high as the sign");
}
