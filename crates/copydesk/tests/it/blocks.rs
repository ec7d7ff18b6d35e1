//! `copydesk blocks`.

use crate::command::{run, run_on};

#[test]
fn each_line_has_its_role() {
    let page = "Home\nSport\n\nOwls return to the quarry after nine years\n\nBy Ida Marwick\n3 May 2021\n\n\
                Two pairs of owls are nesting in the old quarry again, the warden of the reserve said on Monday.\n\n\
                “They left when the stone was taken out by rail, and nobody thought that they would come back,” he said.\n\n\
                Related articles\nFerry to sail in June\n© 2021 Penrose Gazette\n";
    insta::assert_snapshot!(run_on(&["blocks", "-"], page.as_bytes()).text(), @r#"
    name,line,start,end,role,text
    <stdin>,1,0,4,nav,Home
    <stdin>,2,5,10,nav,Sport
    <stdin>,4,12,54,headline,"Owls return to the quarry after nine years"
    <stdin>,6,56,70,byline,"By Ida Marwick"
    <stdin>,7,71,81,date,"3 May 2021"
    <stdin>,9,83,179,body,"Two pairs of owls are nesting in the old quarry again, the warden of the reserve said on Monday."
    <stdin>,11,181,289,quote,"“They left when the stone was taken out by rail, and nobody thought that they would come back,” he said."
    <stdin>,13,291,307,related,"Related articles"
    <stdin>,14,308,329,related,"Ferry to sail in June"
    <stdin>,15,330,353,legal,"© 2021 Penrose Gazette"
    "#);
}

#[test]
fn a_bundle_names_its_documents() {
    let rows = run(&["blocks", "bundles/sample.bundle"]);
    assert_eq!(rows.text().matches(",headline,").count(), 6);
    assert_eq!(rows.code, Some(0));
}

#[test]
fn what_recurs_is_furniture_whatever_it_says() {
    let page = |number: usize| {
        let name = "abcdefgh".repeat(number + 1);
        format!(
            "==> {number}.txt <==\nThe wind of {name}\n\nThe ferry stayed in the harbour all day, since the wind of {name} had \
             turned in the night and nobody wished to wait.\n\nOur cats wish you a good morning, and they would like to be \
             fed before noon if you please.\n\nThe passengers of {name} slept on the benches of the hall until it cleared, and \
             some of them went back to the inn.\n\n"
        )
    };
    let cats = |pages: usize| {
        let bundle: String = (0..pages).map(page).collect();
        let bundle = bundle.replace("==> ", "=== FILE: ").replace(" <==", " source=quay ===");
        let run = run_on(&["blocks", "-"], bundle.as_bytes());
        run.text().lines().filter(|row| row.contains(",furniture,\"Our cats")).count()
    };
    assert_eq!((cats(2), cats(3), cats(9)), (0, 3, 9));
}
