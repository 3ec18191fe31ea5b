// Write a document with the npm package `docx`: lines as JSON on stdin, a .docx on stdout.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const {
  AlignmentType, BorderStyle, Document, Header, Packer, PageNumber, Paragraph, Table, TableCell,
  TableRow, TextRun, VerticalAlign, WidthType,
} = createRequire(`${process.cwd()}/`)("docx");

const { lines, left, right, foot, main } = JSON.parse(readFileSync(0, "utf8"));
const FONT = "Times New Roman";
const NONE = { style: BorderStyle.NONE, size: 0, color: "auto" };
const BARE = { top: NONE, bottom: NONE, left: NONE, right: NONE };
const MM = 1440 / 25.4;

function run(line) {
  return new TextRun({
    text: line.text, font: FONT, size: line.size * 2, bold: line.bold, italics: line.italic,
  });
}

function paragraph(line) {
  const text = ["both"].includes(line.align);
  return new Paragraph({
    children: [run(line)],
    alignment: text ? AlignmentType.JUSTIFIED : AlignmentType[line.align.toUpperCase()],
    indent: text ? { firstLine: 720 } : undefined,
    spacing: { before: text ? 120 : line.before, after: 0, line: text ? 264 : 240 },
  });
}

function rule(line) {
  const side = Math.round(line.side * MM);
  return new Paragraph({
    border: { top: { style: BorderStyle.SINGLE, size: 6, space: 1, color: "auto" } },
    indent: { left: side, right: side },
    spacing: { before: 40, after: 0, line: 80, lineRule: "exact" },
  });
}

function stack(some) {
  return some.flatMap((line) => (line.side ? [paragraph(line), rule(line)] : [paragraph(line)]));
}

function table(rows, widths, borders) {
  const margins = { left: borders ? 108 : 0, right: borders ? 108 : 0 };
  return new Table({
    width: { size: 9354, type: WidthType.DXA },
    columnWidths: widths.map((wide) => Math.round(wide * MM)),
    margins,
    rows: rows.map((cells) => new TableRow({
      children: cells.map((children, number) => new TableCell({
        children, margins, verticalAlign: VerticalAlign.TOP,
        width: { size: Math.round(widths[number] * MM), type: WidthType.DXA },
        borders: borders ? undefined : BARE,
      })),
    })),
  });
}

function body(line) {
  if (!line.rows) return stack([line]);
  const wide = 165 / line.rows[0].length;
  const cells = line.rows.map((row) => row.map((cell) => [paragraph(cell)]));
  return [table(cells, line.rows[0].map(() => wide), true)];
}

const head = table([[stack(left[0]), stack(right[0])], [stack(left[1]), stack(right[1])]], [72, 93]);
const end = table([[stack(foot[0]), stack(foot[1])]], [82.5, 82.5]);
const number = new Paragraph({
  alignment: AlignmentType.CENTER,
  children: [new TextRun({ children: [PageNumber.CURRENT], font: FONT, size: 28 })],
});
const document = new Document({
  sections: [{
    properties: {
      titlePage: true,
      page: {
        size: { width: 11906, height: 16838 },
        margin: { top: 1134, bottom: 1134, left: 1701, right: 851, header: 567, footer: 567 },
      },
    },
    headers: {
      default: new Header({ children: [number] }),
      first: new Header({ children: [new Paragraph({})] }),
    },
    children: [head, ...lines.slice(0, main).flatMap(body), end, ...lines.slice(main).flatMap(body)],
  }],
});
process.stdout.write(await Packer.toBuffer(document));
