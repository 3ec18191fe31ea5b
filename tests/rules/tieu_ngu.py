"""Cases of the rule tieu_ngu."""

from subjects import Bad, words

GOOD = {
    "as the decree has it": words("Độc lập - Tự do - Hạnh phúc", "tieu_ngu"),
    "a gap more": words("Độc lập - Tự do  - Hạnh phúc ", "tieu_ngu"),
    "another paragraph": words("Độc lập-Tự do-Hạnh phúc"),
}

BAD = {
    "no gaps": Bad(words("Độc lập-Tự do-Hạnh phúc", "tieu_ngu"), "«Độc lập-Tự do-Hạnh phúc»"),
    "long dashes": Bad(words("Độc lập – Tự do – Hạnh phúc", "tieu_ngu")),
    "capitals": Bad(words("ĐỘC LẬP - TỰ DO - HẠNH PHÚC", "tieu_ngu")),
}
