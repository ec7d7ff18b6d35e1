//! MB/s over pages made here. Run with `cargo bench -p copydesk-blocks`.

use copydesk_blocks::{label, read};
use divan::counter::BytesCount;
use divan::{Bencher, black_box};

fn main() {
    divan::main();
}

/// What a page is made of, in one language.
struct Parts {
    menu: &'static str,
    paragraph: &'static str,
    foot: &'static str,
}

const ENGLISH: Parts = Parts {
    menu: "Skip to content\n• Home\n• News\n• Sport\n• Letters to the editor\nBy Ida Marwick\nPublished: 3 May 2021, 10:15\n",
    paragraph: "The council of Penrose Bay decided on Tuesday to repair the old bridge, which has been closed since a \
                flood in March. \"It took us two years,\" the mayor said, \"and three surveys.\"\n\n",
    foot: "Share this\nRelated articles\nFerry to sail again in June\nOwls return to the quarry\n3 comments\nReply\n",
};
const RUSSIAN: Parts = Parts {
    menu: "Главная\nНовости\nСпорт\nПисьма в редакцию\nАнна Ветрова\nОпубликовано: 3 мая 2021, 10:15\n",
    paragraph: "Городской совет решил во вторник отремонтировать старый мост, закрытый с марта из-за наводнения. «На это \
                ушло два года, – сказал мэр, – и три проверки».\n\n",
    foot: "Поделиться\nЧитайте также\nПаром снова выйдет в июне\nКомментарии\nОтветить\n",
};
const JAPANESE: Parts = Parts {
    menu: "ホーム\nニュース\nスポーツ\n読者の声\n公開日:2021年5月3日 10:15\n",
    paragraph: "市議会は火曜日、三月の洪水から通行止めになっている古い橋を修理することを決めた。市長は「調査は三回、合わせて二年かかった」\
                と述べた。\n\n",
    foot: "シェア\n関連記事\n渡し船は六月に再開\nコメント\n返信\n",
};

impl Parts {
    fn page(&self, paragraphs: usize) -> String {
        [self.menu, &self.paragraph.repeat(paragraphs), self.foot].concat()
    }
}

fn bench_pages(bencher: Bencher, parts: &Parts) {
    let page = parts.page(12).repeat(20);
    bencher.counter(BytesCount::of_str(&page)).bench(|| read(black_box(&page)));
}

#[divan::bench]
fn english(bencher: Bencher) {
    bench_pages(bencher, &ENGLISH);
}

#[divan::bench]
fn russian(bencher: Bencher) {
    bench_pages(bencher, &RUSSIAN);
}

#[divan::bench]
fn japanese(bencher: Bencher) {
    bench_pages(bencher, &JAPANESE);
}

#[divan::bench]
fn menus(bencher: Bencher) {
    let page = ENGLISH.menu.repeat(500);
    bencher.counter(BytesCount::of_str(&page)).bench(|| read(black_box(&page)));
}

#[divan::bench]
fn one_long_line(bencher: Bencher) {
    let line = ENGLISH.paragraph.trim_end().repeat(5_000);
    bencher.counter(BytesCount::of_str(&line)).bench(|| read(black_box(&line)));
}

#[divan::bench(args = ["Published: 3 May 2021", "Published by the university in 1998, the study", "The council decided"])]
fn one_label(bencher: Bencher, text: &str) {
    bencher.bench(|| label(black_box(text)));
}
