//! Help, completions and man page.

use crate::command::run;

#[test]
fn help_teaches() {
    insta::assert_snapshot!(run(&["--help"]), @r#"
    exit 0
    --
    Read bundles of plain-text article pages, write tables.

    A bundle is one file that holds many pages, each introduced by a line such as `==> NAME <==`.
    Copydesk writes one row of CSV for each page: headline, date of publication, authors, agencies,
    language and more. Where a page does not say, the cell stays empty and a status column says why.
    `copydesk explain` shows the evidence for every value.

    Usage: copydesk <COMMAND>

    Commands:
      extract      Write the table of the articles in bundles
      bundle       Join documents into a bundle, and split a bundle
      dates        Find the dates in lines of text
      bylines      Find the bylines and credits in lines of text
      languages    Identify the languages of lines of text
      explain      Show why a document got its values
      blocks       Show what each line of a page is
      candidates   Show all that came into question, for whole bundles
      profile      Learn what the sources of bundles have in common
      completions  Print the completions for a shell
      man          Print the man page
      help         Print this message or the help of the given subcommand(s)

    Options:
      -h, --help
              Print help (see a summary with '-h')

      -V, --version
              Print version

    Examples:
      copydesk extract pages.bundle -o articles.csv     a bundle, its table into a file
      tail -n +1 *.txt | copydesk extract - > out.csv   a stream
      copydesk extract CC-*.warc.wet.gz -o wet.csv      WET files of Common Crawl, as they are
      copydesk extract pages/ --columns name,headline   a folder of .txt files, two columns
      copydesk explain pages.bundle page-1.txt          why page-1.txt got its values
      echo '2 June 2017' | copydesk dates               the dates in lines of text
      copydesk bundle pack pages/ > pages.bundle        one file of many, exact to the byte

    Input: FILE, FOLDER, a pattern such as 'crawl/**/*.wet.gz', or - for standard input, plain or
    compressed with gzip or zstd. How the pages of a file are parted is found out, or told by --dialect,
    or by --marker REGEX:
      canonical        === FILE: NAME bytes=N sha256=HEX url=URL date=DAY ===
      tail             ==> NAME <==
      txtar            -- NAME --
      equals           === NAME ===
      begin            ----- BEGIN FILE NAME -----, ----- END FILE NAME -----
      repomix          File: NAME between rules of =, as `repomix --style plain` writes it
      gitingest        FILE: NAME between rules of =
      repomix-xml      <file path="NAME">, </file>
      documents        <document>, <source>NAME</source>, as `files-to-prompt --cxml` prints it
      files-to-prompt  NAME, ---, text, ---
      wet              WARC records of type `conversion`, such as Common Crawl's WET files
      jsonl            JSON Lines: text, content, maintext or raw_content; url, id, crawl_date
      lexisnexis       N of M DOCUMENTS
    A file without a marker is one page. A folder is a bundle of its .txt files, and of those in folders
    below it. Pages that are not UTF-8 are decoded by their byte order mark, or as what they look like.

    Standard output carries data alone; warnings, progress and a line of counts go to standard error.

    Exit codes:
      0   all good
      1   there were no documents, or some had problems: cut off, wrong checksum, malformed marker,
          not decodable, longer than 1 MiB, damaged compression, or a file of a folder that cannot be
          read
      2   wrong use
      3   something could not be read or written
      130 interrupted
    --
    "#);
}

#[test]
fn help_lists_the_columns() {
    insta::assert_snapshot!(run(&["extract", "--help"]), @"
    exit 0
    --
    Write the table of the articles in bundles

    Writes one row of CSV for each document, in the order of the input. Bad input costs what it spoils
    and no more: the rest comes out, standard error says what is odd and at which byte, and the column
    `warnings` has the codes.

    Usage: copydesk extract [OPTIONS] <BUNDLE>...

    Arguments:
      <BUNDLE>...
              Bundles, pages, folders, patterns such as 'crawl/**/*.gz', or `-` for standard input

    Options:
      -o, --output <FILE>
              Write the table to a file, which appears when all is done

          --body
              Add the column `body`

          --columns <LIST>
              Write these columns only, in this order

          --excel
              Put an apostrophe before cells that spreadsheets take for formulas, and before those that
              begin with one

          --threads <N>
              Read on N threads; the table is the same for any number [default: one for each core]

          --profile <FILE>
              Take what is known of the sources from this output of `copydesk profile`, and learn
              nothing from these documents; may be given several times

          --strict
              Fail at the first problem, and where there is no marker; then nothing is written

          --resume
              Go on with a run over these files that was interrupted, and be one that can be gone on
              with

      -q, --quiet
              Print problems only: no warnings, no progress, no counts

          --dialect <DIALECT>
              How the documents are parted, instead of finding out: `copydesk --help` lists the dialects

          --marker <REGEX>
              Take lines for markers that this regular expression fits; its group `name`, or its first
              one, is the name

          --max-document <SIZE>
              Read so many bytes of a longer document, such as 100000, 16M or 1G; fields are looked for
              in the first MiB alone [default: 16M; 64M for `bundle`]

          --max-ratio <N>
              Read no compressed input on that makes more than so many bytes of one [default: 200]

      -h, --help
              Print help (see a summary with '-h')

    Columns:
      name                  name of the document in its bundle
      url                   where it was fetched from, by the bundle
      publisher             the outlet, where the page names it
      headline              the title
      alternative_headline  the standfirst below the title
      section               section of the paper
      date_published        day of publication, YYYY-MM-DD
      time_published        time of day, as the page's clock has it, HH:MM:SS
      utc_offset            offset of that clock, +HH:MM
      date_status           `found`, or why there is no date
      date_raw              the date as printed
      date_locale           the locale whose words the date is written in
      date_modified         day of the last change, YYYY-MM-DD
      authors               who wrote the text; the outlet, where the page names only that
      author_roles          job titles, in the order of the authors
      authors_status        `found`, or why there is no author
      byline_raw            the byline as printed
      agencies              codes of the agencies credited for the text
      photo_credits         who took the pictures, as printed
      dateline              the place that the text starts with
      language              BCP 47 tag of the text
      ui_language           BCP 47 tag of the menus and labels round it
      words                 words of the text (an estimate, where no blanks part them)
      truncated             whether the page shows the beginning of the text only
      comments              number of readers' comments
      warnings              codes of what is odd about the document
      sha256                checksum of the content
      byte_start            where the content starts in the input
      byte_end              where it ends
      body                  the text, its paragraphs parted by empty lines
    --
    ");
}

#[test]
fn no_command_is_wrong_use() {
    let run = run(&[]);
    assert_eq!(run.code, Some(2));
    assert!(run.stderr.contains("Usage: copydesk <COMMAND>"), "{}", run.stderr);
}

#[test]
fn an_unknown_command_is_wrong_use() {
    let run = run(&["extrakt"]);
    assert_eq!(run.code, Some(2));
    assert!(run.stderr.contains("'extract'"), "{}", run.stderr);
}

#[test]
fn completions_know_the_commands() {
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        let script = run(&["completions", shell]).good();
        let script = String::from_utf8(script).expect("UTF-8");
        assert!(
            ["extract", "explain", "languages"].iter().all(|command| script.contains(command)),
            "{shell}"
        );
    }
    assert_eq!(run(&["completions", "command.com"]).code, Some(2));
}

#[test]
fn the_man_page_is_one() {
    let page = String::from_utf8(run(&["man"]).good()).expect("UTF-8");
    assert!(page.contains(".TH copydesk 1"), "{page}");
    assert!(page.contains("Exit codes"), "{page}");
    let page = String::from_utf8(run(&["man", "bundle", "unpack"]).good()).expect("UTF-8");
    assert!(page.contains(".TH copydesk-bundle-unpack 1"), "{page}");
}

#[test]
fn an_unknown_command_has_no_man_page() {
    assert_eq!(run(&["man", "extrakt"]).code, Some(2));
}
