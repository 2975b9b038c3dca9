//! What is wrong, told by row and column.

use crate::dataset::Reading;
use crate::spreadsheet::read_csv;

const ABOVE: &str = "Language,en\nTitle,How many?\nAs of,2025\nUnit,soldiers\n";

/// Reads a table whose heads stand in row 5.
fn read(table: &str) -> Reading {
    read_csv(&[ABOVE, table].concat())
}

fn problems(reading: &Reading) -> Vec<String> {
    reading.problems.iter().map(ToString::to_string).collect()
}

/// What is told of a single row below these heads, which is refused.
fn refused(heads: &str, row: &str) -> String {
    let reading = read(&[heads, "\n", row, "\n"].concat());
    assert_eq!(reading.refused, 1, "{row}");
    problems(&reading).join("\n")
}

#[test]
fn figures_that_are_not_digits_alone_are_refused() {
    for (text, found, suggestion) in [
        ("1.000", "1.000", "; did you mean 1000?"),
        ("\"1,000\"", "1,000", "; did you mean 1000?"),
        ("007", "007", "; did you mean 7?"),
        ("-5", "-5", ""),
        ("1e400", "1e400", ""),
        ("NaN", "NaN", ""),
        ("12.5", "12.5", ""),
        ("about 5", "about 5", ""),
        ("9007199254740992", "9007199254740992", ""),
    ] {
        let told = refused("Source,What is counted,Low", &format!("A,B,{text}"));
        let found = if found == "9007199254740992" {
            found.to_owned()
        } else {
            format!("\"{found}\"")
        };
        let expected = format!(
            "row 6, column \"Low\": found {found}, expected a whole number from 0 to 9007199254740991{suggestion}"
        );
        assert_eq!(told, expected);
    }
}

#[test]
fn each_fault_is_told_where_it_stands() {
    for (heads, row, told) in [
        (
            "Source,What is counted,Low,High",
            "A,B,3,2",
            "row 6, column \"Low\": found 3, expected at most 2, which is the high figure",
        ),
        (
            "Quelle,Was gezählt wird,Obergrenze",
            ",B,2",
            "row 6, column \"Quelle\": found nothing, expected a name",
        ),
        (
            "Source,What is counted,Low,Approximate",
            "A,B,3,perhaps",
            "row 6, column \"Approximate\": found \"perhaps\", expected yes or no",
        ),
        (
            "Source,What is counted,Low,Date",
            "A,B,3,5/18/2025",
            "row 6, column \"Date\": found \"5/18/2025\", expected a date such as \"2025\", \"2025-06\", \
             \"2025-05-18\" or \"2025-07/2025-08\"; words stand in the column \"Date in words\"",
        ),
        (
            "Source,What is counted,Low,Row is",
            "A,B,3,estimat",
            "row 6, column \"Row is\": found \"estimat\", expected one of estimate, source, category, reference, \
             event; did you mean \"estimate\"?",
        ),
        (
            "Source,What is counted,Low",
            "A,B,3,4",
            "row 6: found 4 cells, expected 3, as many as there are heads",
        ),
        (
            "Source,What is counted,Low",
            "A,B",
            "row 6: found 2 cells, expected 3, as many as there are heads",
        ),
    ] {
        assert_eq!(refused(heads, row), told);
    }
}

#[test]
fn rows_are_counted_as_a_spreadsheet_counts_them() {
    let reading =
        read("Source,What is counted,Low,Remark\r\n\r\nA,B,1,\"two\r\nlines\"\r\n\r\nA,B,x,\r\n");
    assert_eq!(reading.problems[0].path, "row 9, column \"Low\"");
    let cell = reading.problems[0].cell.as_ref().unwrap();
    assert_eq!((cell.row, cell.column.as_deref()), (9, Some("Low")));
    assert_eq!(
        reading.dataset.unwrap().estimates[0].note.as_deref(),
        Some("two lines")
    );
}

#[test]
fn a_row_that_contradicts_another_one_is_refused() {
    let reading = read(
        "Source,What the source is,What is counted,Low\nA,An army,B,1\nA,,B,2\nA,A paper,B,3\n",
    );
    assert_eq!(
        problems(&reading),
        [
            "row 8, column \"What the source is\": found \"A paper\", expected \"An army\", as in row 6"
        ]
    );
    assert_eq!(reading.refused, 1);
    assert_eq!(reading.dataset.unwrap().estimates.len(), 2);
}

/// A figure where a row of its kind has none would be lost without a word.
#[test]
fn a_row_with_something_where_its_kind_has_nothing_is_refused() {
    let heads = "Row is,Source,What is counted,Label,Low,Most likely\n,A,B,,1,\n";
    for (row, told, is_usable) in [
        (
            "reference,,B,sent,5,6",
            "row 7, column \"Low\": found \"5\", expected nothing, as the row is reference",
            true,
        ),
        (
            "event,A,,signed,,6",
            "row 7, column \"Most likely\": found \"6\", expected nothing, as the row is event",
            true,
        ),
        (
            "source,C,,,7,",
            "row 7, column \"Low\": found \"7\", expected nothing, as the row is source",
            false,
        ),
        (
            "source,,,,,",
            "row 7, column \"Source\": found nothing, expected a name",
            false,
        ),
        (
            "category,,C,,",
            "row 7: found 5 cells, expected 6, as many as there are heads",
            false,
        ),
    ] {
        let reading = read(&[heads, row, "\n"].concat());
        assert_eq!(problems(&reading), [told]);
        assert_eq!(reading.dataset.is_some(), is_usable, "{row}");
    }
    let estimate = read("Source,What is counted,Label,Low\nA,B,x,1\n");
    assert_eq!(estimate.refused, 1);
}

#[test]
fn a_column_without_a_known_head_refuses_the_file() {
    let reading = read("Source,What is counted,Low,Hihg\nA,B,1,2\n");
    assert_eq!(
        problems(&reading),
        [
            "row 5: found a head \"Hihg\", expected a head of the format, as the column may hold figures (or leave the \
          column out); did you mean \"High\"?"
        ]
    );
    assert_eq!((reading.dataset, reading.refused), (None, 1));
    let empty = read("Source,What is counted,Low,\nA,B,1,\n");
    assert_eq!(empty.problems, []);
    let twice = read("Source,What is counted,Low,Untergrenze\nA,B,1,2\n");
    assert_eq!(twice.dataset, None);
    assert_eq!(
        problems(&twice),
        [
            "row 5, column \"Untergrenze\": found a second column \"Untergrenze\", expected each column once"
        ]
    );
}

#[test]
fn what_is_missing_above_the_heads_is_named() {
    let reading = read_csv("Titel;Wie viele?\nQuelle;Was gezählt wird;Obergrenze\nA;B;1\n");
    let told = problems(&reading);
    assert_eq!(
        told[0],
        "line \"Sprache\": found nothing, expected a text beside that name, above the heads of the columns"
    );
    assert_eq!(told.len(), 3);
    assert_eq!((reading.dataset, reading.refused), (None, 1));
}

#[test]
fn lines_above_the_heads_are_told_by_row() {
    let heads = "Source,What is counted,Low\nA,B,1\n";
    for (line, told) in [
        (
            "Titel,x",
            "row 5: found a second line \"Titel\", expected each of them once",
        ),
        (
            "Credit,One, two",
            "row 5: found 3 cells, expected two, a name and a text (in quotation marks if it has a separator in it)",
        ),
        (
            "Tilte,x",
            "row 5: found a line \"Tilte\", expected the name of a field, the heads of the columns, or # and a remark; did you mean \"Title\"?",
        ),
    ] {
        assert_eq!(problems(&read(&[line, "\n", heads].concat())), [told]);
    }
    assert_eq!(
        read(&["# Whatever, you, like\nsep=,\n", heads].concat()).problems,
        []
    );
    let wrong = read_csv(&["Language,en\nTitle,t\nAs of,June\nUnit,u\n", heads].concat());
    assert!(
        problems(&wrong)[0].starts_with("row 3, \"As of\": found \"June\", expected a date"),
        "{wrong:?}"
    );
}

#[test]
fn an_open_quotation_mark_refuses_the_file() {
    let reading = read("Source,What is counted,Low\nA,B,1\n\"C,B,2\nD,B,3\n");
    assert_eq!(
        problems(&reading),
        [
            "line 7: found a quotation mark that is never closed, expected one at the end of the cell too"
        ]
    );
    assert_eq!(reading.dataset, None);
}

#[test]
fn a_file_without_heads_or_anything_says_so() {
    for (text, found) in [
        ("", "file: found nothing"),
        ("\u{feff}\r\n", "file: found nothing"),
        (
            "<!doctype html>\n<p>Not found",
            "file: found no heads of columns",
        ),
        ("Low,High\n1,2", "file: found no heads of columns"),
    ] {
        let told = problems(&read_csv(text));
        assert!(told[0].starts_with(found), "{told:?}");
    }
}

/// Each of these is refused at once, with few words, however many rows or columns it has.
#[test]
fn files_at_the_limit_of_their_size_are_refused_in_no_time() {
    let heads = "Source,What is counted,Low\n";
    let rows = [ABOVE, heads, &"\"A\",B\n".repeat(250_000)].concat();
    let columns = [
        ABOVE,
        "Source,Low",
        &",Hihg".repeat(300_000),
        "\n",
        &",1".repeat(100_000),
    ]
    .concat();
    let above = ["a\n".repeat(800_000), heads.to_owned()].concat();
    let long = [ABOVE, heads, &"A".repeat(2 << 20)].concat();
    for (text, found) in [
        (rows, "250000 rows below the heads"),
        (columns, "no heads of columns"),
        (above, "no heads of columns"),
        (long, "more than 2097152 bytes"),
    ] {
        let reading = read_csv(&text);
        assert_eq!(reading.problems.len(), 1);
        assert_eq!(reading.problems[0].found, found);
        assert_eq!(reading.dataset, None);
    }
}

#[test]
fn hidden_characters_and_strange_links_are_left_out_and_told() {
    let reading = read("Source,What is counted,Low,Address\nA\u{202e},B,1,javascript:x\n");
    assert_eq!(
        problems(&reading),
        [
            "row 6, column \"Source\": found 1 control or direction characters, expected visible text (they were left out)",
            "row 6, column \"Address\": found \"javascript:x\", expected an http or https address with a host (the link was left out)",
        ]
    );
    assert_eq!(reading.dataset.unwrap().estimates.len(), 1);
}

#[test]
fn texts_are_nothing_but_texts() {
    let text = "<img onerror=1> {{x}} $\\href{y} __proto__ \"constructor\"";
    let reading = read(&format!(
        "Source,What is counted,Low\n\"{}\",B,1\n",
        text.replace('"', "\"\"")
    ));
    assert_eq!(reading.dataset.unwrap().sources[0].name, text);
}
