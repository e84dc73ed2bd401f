import { expect, test } from "vitest";
import { drawPreview } from "../../../src/site/social/draw.ts";
import { previewsOf, SIZE, siteImage } from "../../../src/site/social/previews.ts";

const part = {
  id: "cpu",
  title: "CPU",
  summary: "How cores run code.",
  outcomes: [],
  chapters: ["branches"],
};
const book = { parts: [part] };

test("a chapter's image names its part, and a part has one of its own", () => {
  const previews = previewsOf(book, [
    { id: "index", data: { title: "Hot Path" } },
    { id: "cpu/branches", data: { title: "Branches", description: "What a wrong guess costs." } },
    { id: "machine", data: { title: "Your machine" } },
  ]);
  expect(previews.get("cpu/branches")).toEqual({
    kicker: "CPU",
    title: "Branches",
    text: "What a wrong guess costs.",
  });
  expect(previews.get("machine")).toEqual({ kicker: "", title: "Your machine", text: "" });
  expect(previews.get("cpu")).toEqual({ kicker: "", title: "CPU", text: "How cores run code." });
  expect([...previews.keys()]).toEqual([siteImage, "cpu/branches", "machine", "cpu"]);
});

test("an image is a PNG of the size that pages announce, and another title makes another one", async () => {
  const preview = { kicker: "CPU", title: "Branches", text: "What a wrong guess costs." };
  const png = Buffer.from(await drawPreview(preview));
  expect(png.subarray(1, 4).toString()).toBe("PNG");
  expect({ width: png.readUInt32BE(16), height: png.readUInt32BE(20) }).toEqual(SIZE);
  const other = Buffer.from(await drawPreview({ ...preview, title: "Caches" }));
  expect(other.equals(png)).toBe(false);
});
