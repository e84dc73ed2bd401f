/** A page of the study tools. */
export interface Tool {
  /** below /study/ */
  path: string;
  title: string;
  /** what a reader does there, in a sentence */
  purpose: string;
}

/** The study tools, in the order in which they are listed. */
export const tools: readonly Tool[] = [
  {
    path: "paths/",
    title: "Paths",
    purpose:
      "Seven days, thirty days, or the way of your job: which chapters, in which order, on what they build.",
  },
  {
    path: "progress/",
    title: "Progress",
    purpose: "What you have read, by chapter and section.",
  },
  {
    path: "review/",
    title: "Cards",
    purpose:
      "Review what is due today, a few minutes a day: each card comes back when you are about to forget it.",
  },
  {
    path: "quizzes/",
    title: "Quizzes",
    purpose: "The doubts that the chapters answer: go through those that you missed.",
  },
  {
    path: "questions/",
    title: "Questions",
    purpose:
      "Every question of an interview with its answers: a minute, ten minutes, and what a staff engineer adds.",
  },
  {
    path: "interview/",
    title: "Mock interview",
    purpose: "A question, a clock, and a rubric by which you score your own answer.",
  },
  {
    path: "predictions/",
    title: "Predictions",
    purpose: "See by which factor your guesses are usually off, and on what.",
  },
  {
    path: "data/",
    title: "Your data",
    purpose: "Export, import or erase what this device keeps of your answers. There is no account.",
  },
];

/** The group of the side bar; its first item is the page of the whole. */
export const studyGroup = {
  label: "Study",
  items: [
    { label: "Study", link: "/study/" },
    ...tools.map(({ path, title }) => ({ label: title, link: `/study/${path}` })),
  ],
};
