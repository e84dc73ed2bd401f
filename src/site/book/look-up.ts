/** Pages that gather what the chapters hold, in the order of the side bar. Each is `pages/<id>.astro` at `/<id>/`. */
export const lookUp = [
  { id: "glossary", title: "Glossary" },
  { id: "notebooks", title: "Notebooks" },
  { id: "numbers", title: "Numbers" },
  { id: "syllabus", title: "Syllabus" },
];
