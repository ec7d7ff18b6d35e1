//! One named test for each page of `fixtures/`: its row, against a snapshot that a person has read.

use crate::fixtures::{BUNDLES, packed, path, row};
use std::collections::BTreeSet;

/// `"bundle" { test_name: "document" #occurrence, … } …`: a test for each document, and the list of them all.
macro_rules! pages {
    ($($bundle:literal { $($test:ident: $name:literal $(#$nth:literal)?,)* })*) => {
        const PAGES: &[(&str, &str, usize)] = &[$($(($bundle, $name, pages!(@nth $($nth)?)),)*)*];
        $($(
            #[test]
            fn $test() {
                check(stringify!($test), $bundle, $name, pages!(@nth $($nth)?));
            }
        )*)*
    };
    (@nth) => { 1 };
    (@nth $nth:literal) => { $nth };
}

pages! {
    "bundles/sample.bundle" {
        harbour_tram: "harbour-tram.txt",
        elbfaehre: "elbfaehre.txt",
        minato_kujira: "minato-kujira.txt",
        wahat_al_nakhil: "wahat-al-nakhil.txt",
        kolkhi_vineyards: "kolkhi-vineyards.txt",
        paper_mill: "paper-mill.txt",
    }
    "bundles/penrose.bundle" {
        quarry_owls: "penrose-gazette/quarry-owls.txt",
        lifeboat_cake: "penrose-gazette/lifeboat-cake.txt",
        cider_press: "penrose-gazette/cider-press.txt",
        bus_shelter: "penrose-gazette/bus-shelter.txt",
    }
    "bundles/traps.bundle" {
        glass_eels: "glass-eels.txt",
        night_buses: "night-buses.txt",
        desalination: "desalination.txt",
        zeytin_hasadi: "zeytin-hasadi.txt",
        fietsbrug: "fietsbrug.txt",
        isvagen: "isvagen.txt",
        mercado_central: "mercado-central.txt",
        nisi_faros: "nisi-faros.txt",
        moara_de_vant: "moara-de-vant.txt",
        vodenitsata: "vodenitsata.txt",
        halaszle: "halaszle.txt",
        beekeeper: "beekeeper.txt",
        otterspor: "otterspor.txt",
        kapal_kayu: "kapal-kayu.txt",
        kapal_kayu_again: "kapal-kayu.txt" #2,
        leer: "leer.txt",
    }
    "bundles/europe.bundle" {
        horloger_entretien: "horloger-entretien.txt",
        farol_da_barra: "farol-da-barra.txt",
        bora_triestina: "bora-triestina.txt",
        tramwaj_nr_zero: "tramwaj-nr-zero.txt",
        ledokol_kazanka: "ledokol-kazanka.txt",
        rapsfelder: "rapsfelder.txt",
        sonyashnyk: "sonyashnyk.txt",
    }
    "bundles/asia.txtar" {
        lao_ma_tou: "lao-ma-tou.txt",
        deung_dae_bbang: "deung-dae-bbang.txt",
        nadi_pustakalay: "nadi-pustakalay.txt",
        talat_nam: "talat-nam.txt",
        cau_tre: "cau-tre.txt",
        ghanat_kariz: "ghanat-kariz.txt",
        maapiya_banamal: "maapiya-banamal.txt",
        cha_yuan_xiao_huo_che: "cha-yuan-xiao-huo-che.txt",
    }
    "folder" {
        campanas_valdehierro: "campanas-valdehierro.txt",
        duonos_kelias: "duonos-kelias.txt",
        ferry_cats: "ferry-cats.txt",
        kovarna: "kovarna.txt",
        xalca_emalatxanasi: "xalca-emalatxanasi.txt",
    }
}

#[track_caller]
fn check(test: &str, bundle: &str, name: &str, occurrence: usize) {
    let row = row(bundle, name, occurrence).to_string();
    insta::with_settings!({ prepend_module_to_snapshot => false, omit_expression => true }, {
        insta::assert_snapshot!(test, row);
    });
}

#[test]
fn every_document_has_a_test() {
    let mut documents = Vec::new();
    for bundle in BUNDLES {
        let packed = packed(bundle);
        let read = copydesk_bundle::read(&packed).documents;
        documents.extend(read.iter().map(|page| (bundle, page.name.to_string(), page.occurrence)));
    }
    let tested: Vec<_> =
        PAGES.iter().map(|(bundle, name, nth)| (*bundle, (*name).to_owned(), *nth)).collect();
    assert_eq!(documents, tested);
}

#[test]
fn every_bundle_has_tests() {
    let files = std::fs::read_dir(path("bundles")).expect("a folder").map(|entry| entry.expect("an entry"));
    let files: BTreeSet<_> = files.map(|file| format!("bundles/{}", file.file_name().display())).collect();
    let listed = BUNDLES.into_iter().filter(|bundle| bundle.starts_with("bundles/")).map(str::to_owned);
    assert_eq!(files, listed.collect());
}
