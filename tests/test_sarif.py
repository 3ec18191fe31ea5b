"""The SARIF log has the structure that the standard wants."""

from __future__ import annotations

import json
from typing import Any

import jsonschema

from kehoach import __version__, rules, sarif
from kehoach.diagnostic import Diagnostic, Place, Span, error, style, warning

REQUIRED = {
    "type": "object",
    "required": ["version", "runs"],
    "properties": {
        "version": {"const": "2.1.0"},
        "$schema": {"type": "string", "pattern": "sarif-2.1.0"},
        "runs": {
            "type": "array",
            "minItems": 1,
            "items": {
                "type": "object",
                "required": ["tool", "results"],
                "properties": {
                    "columnKind": {"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
                    "tool": {
                        "required": ["driver"],
                        "properties": {
                            "driver": {
                                "required": ["name", "rules"],
                                "properties": {
                                    "rules": {
                                        "type": "array",
                                        "uniqueItems": True,
                                        "items": {
                                            "required": ["id"],
                                            "properties": {
                                                "shortDescription": {"required": ["text"]},
                                                "fullDescription": {"required": ["text"]},
                                                "help": {"required": ["text"]},
                                            },
                                        },
                                    }
                                },
                            }
                        },
                    },
                    "results": {
                        "type": "array",
                        "items": {
                            "required": ["ruleId", "level", "message", "locations"],
                            "properties": {
                                "ruleIndex": {"type": "integer", "minimum": 0},
                                "level": {"enum": ["none", "note", "warning", "error"]},
                                "message": {"required": ["text"]},
                                "locations": {
                                    "items": {
                                        "required": ["physicalLocation"],
                                        "properties": {
                                            "physicalLocation": {
                                                "required": ["artifactLocation"],
                                                "properties": {
                                                    "artifactLocation": {
                                                        "required": ["uri"],
                                                        "properties": {
                                                            "uri": {"pattern": "^[!-~]+$"}
                                                        },
                                                    },
                                                    "region": {
                                                        "required": ["startLine"],
                                                        "additionalProperties": {
                                                            "type": "integer",
                                                            "minimum": 1,
                                                        },
                                                    },
                                                },
                                            }
                                        },
                                    }
                                },
                            },
                        },
                    },
                },
            },
        },
    },
}
"""What SARIF 2.1.0 (OASIS, 27 March 2020) demands of a log, as far as ours has it."""

IN_PLAN = warning("P060", Span("plans/a b/ô.yaml", 3, 7, 3, 12), "«{words}»", "viết", words="x")
IN_WORD = error("N202", Place("công văn.docx", "document", 12, "Độc lập"), "sai")
OF_FILE = style("B005", Span("plans/x.yaml", 0, 0), "cả tệp")


def log(*findings: Diagnostic) -> Any:
    """Return the log of findings, once through JSON, valid as far as `REQUIRED` goes."""
    made = json.loads(json.dumps(sarif.log(findings, rules.every(), lambda words: words)))
    jsonschema.validate(made, REQUIRED)
    return made["runs"][0]


def test_a_log_without_findings() -> None:
    run = log()
    assert run["results"] == []
    assert run["tool"] == {"driver": {"name": "kehoach", "version": __version__, "rules": []}}


def test_results_say_what_is_wrong_and_where() -> None:
    run = log(IN_WORD, IN_PLAN, OF_FILE, IN_PLAN)
    told = {result["ruleId"]: result for result in run["results"]}
    assert len(run["results"]) == 3
    place = told["P060"]["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "plans/a%20b/%C3%B4.yaml"
    assert place["region"] == {"startLine": 3, "startColumn": 7, "endLine": 3, "endColumn": 12}
    assert told["P060"]["message"]["text"] == "«x»\nviết"
    place = told["N202"]["locations"][0]["physicalLocation"]
    assert "region" not in place
    text = told["N202"]["message"]["text"]
    assert text == "công văn.docx: document, paragraph 12: sai"
    assert "region" not in told["B005"]["locations"][0]["physicalLocation"]
    assert {code: result["level"] for code, result in told.items()} == {
        "N202": "error",
        "P060": "warning",
        "B005": "note",
    }


def test_rules_are_those_that_found_something_with_their_pages() -> None:
    run = log(IN_WORD, IN_PLAN)
    listed = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in listed] == ["N202", "P060"]
    assert listed[0]["shortDescription"]["text"].startswith("Tiêu ngữ")
    assert "Nghị định 30/2020/NĐ-CP" in listed[0]["fullDescription"]["text"]
    assert [listed[result["ruleIndex"]]["id"] for result in run["results"]] == [
        result["ruleId"] for result in run["results"]
    ]
