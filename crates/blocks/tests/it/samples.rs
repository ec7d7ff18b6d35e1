use copydesk_blocks::{Furniture, Role, Sample, read, read_known};
use proptest::prelude::*;

const MENU: &str = "Penrose Gazette\nTides\nAuctions\n";
const FOOT: &str =
    "Ring us before noon\nMade on the quay since 1887, on the same press and with the same two cats\n";

/// A page of the source, with a paragraph of its own and some lines above it.
fn page(number: u32, above: &str) -> String {
    let name = "abcdefghij".chars().cycle().skip(number as usize * 3).take(9).collect::<String>();
    let prose = format!(
        "The ferry of {name} stayed in the harbour all day, since the wind had turned in the night, and nobody on \
         board wished to wait for the tide that the almanac of {name} had promised to the people of the islands."
    );
    format!("{MENU}{above}{prose}\nJoin the friends of the quay and get a mug.\n{prose} It rained.\n{FOOT}")
}

fn sample(pages: impl IntoIterator<Item = String>) -> Sample {
    let mut sample = Sample::default();
    pages.into_iter().for_each(|page| sample.merge(&Sample::of(&page)));
    sample
}

/// The lines of a page that recur.
fn recurring<'t>(text: &'t str, furniture: &Furniture) -> Vec<&'t str> {
    let page = read_known(text, furniture);
    let recurs = page.lines.iter().filter(|line| line.recurs);
    recurs.map(|line| &text[line.span.clone()]).collect()
}

#[test]
fn lines_of_three_pages_are_furniture() {
    let text = page(7, "Owls return\n");
    let of =
        |pages: u32| recurring(&text, &sample((0..pages).map(|number| page(number, ""))).furniture()).len();
    assert_eq!([of(1), of(2), of(3), of(9)], [0, 0, 6, 6]);
}

#[test]
fn furniture_is_no_part_of_the_article_whatever_it_says() {
    let text = page(7, "Owls return\n");
    let furniture = sample((0..5).map(|number| page(number, ""))).furniture();
    let role = |page: copydesk_blocks::Page<'_>| page.lines[5].role;
    assert_eq!(role(read(&text)), Role::Body);
    assert_eq!(role(read_known(&text, &furniture)), Role::Furniture);
}

#[test]
fn a_headline_that_other_pages_list_below_is_its_own_page_s() {
    let listing = |number| page(number, "") + "Owls return to the quarry\n";
    let furniture = sample((0..5).map(listing)).furniture();
    let below = page(7, "") + "Owls return to the quarry\n";
    assert!(recurring(&below, &furniture).contains(&"Owls return to the quarry"));
    let above = page(7, "Owls return to the quarry\n");
    assert!(!recurring(&above, &furniture).contains(&"Owls return to the quarry"));
}

#[test]
fn figures_do_not_tell_lines_apart() {
    let furniture =
        sample((0..5).map(|number| page(number, &format!("{} comments\n", number * 7)))).furniture();
    assert!(recurring(&page(9, "1987 comments\n"), &furniture).contains(&"1987 comments"));
}

#[test]
fn copies_of_an_article_are_one_page() {
    let copies = sample((0..9).map(|copy| page(1, &"A line above\n".repeat(copy))));
    assert_eq!((copies.len(), copies.furniture().len()), (1, 0));
}

#[test]
fn the_prose_of_a_page_is_its_own_even_if_it_recurs() {
    let article = page(1, "");
    let prose = article.lines().nth(3).unwrap();
    // Three pages that each quote the article whole, and add to it.
    let quoting = |number: u32| page(1, "") + &page(number, "");
    let furniture = sample((2..6).map(quoting)).furniture();
    assert!(!recurring(&article, &furniture).contains(&prose));
}

#[test]
fn a_sample_is_bounded() {
    let many = sample((0..100).map(|number| page(number, &format!("{}\n", "x".repeat(number as usize)))));
    assert!(many.len() <= Sample::MOST_PAGES);
    let line = |line: usize| "ab".repeat(line % 90) + &"c".repeat(line / 90) + "\n";
    let long: String = (0..9_999).map(line).collect();
    assert_eq!(
        Sample::of(&long).pages().map(|(_, lines)| lines.len()).collect::<Vec<_>>(),
        [Sample::MOST_LINES]
    );
    assert!(Sample::of("").is_empty() && Sample::of("\n \n").is_empty());
}

/// The sample of a few pages of few lines.
fn samples() -> impl Strategy<Value = Sample> {
    let line =
        prop::sample::select(&["Home", "Tides", "Auctions", "12 comments", "a", "b", "c", "d", "e", ""]);
    let text = prop::collection::vec(line, 0..8).prop_map(|lines| lines.join("\n"));
    prop::collection::vec(text, 0..24).prop_map(sample)
}

fn merged(a: &Sample, b: &Sample) -> Sample {
    let mut merged = a.clone();
    merged.merge(b);
    merged
}

proptest! {
    #[test]
    fn merging_is_associative_and_commutative(a in samples(), b in samples(), c in samples()) {
        prop_assert_eq!(merged(&merged(&a, &b), &c), merged(&a, &merged(&b, &c)));
        prop_assert_eq!(merged(&a, &b), merged(&b, &a));
        prop_assert_eq!(merged(&a, &a), a);
    }

    #[test]
    fn any_text_is_read_with_any_furniture(text in any::<String>(), sample in samples()) {
        let page = read_known(&text, &sample.furniture());
        prop_assert_eq!(page.lines.len(), read(&text).lines.len());
    }
}
