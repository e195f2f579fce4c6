// One page of every kind of the repository's own portal, without the language's folder.
// Knows nothing of what is tested.

/** The longest plan with a twin that carries it on, a plan with projects, a body with duties, a body that is over … */
export const KINDS = [
  "", "plans/", "plans/tcm-bri-2021-2025/", "plans/tcm-major-projects-2023/", "plans/tcm-bri-2021-2025/parallel/",
  "targets/", "targets/due/2025/", "targets/tcm-bri-2021-2025/overseas-centres/", "facts/", "departments/",
  "departments/natcm/", "departments/nhfpc/", "partners/", "partners/czechia/", "places/", "places/shanghai/", "topics/",
  "topics/trade/", "projects/", "projects/bri-health-2015-2017/15/", "documents/", "documents/icd-11/", "glossary/",
  "glossary/mongolian-medicine/", "search/", "data/", "about/", "accessibility/", "404.html",
];

/** All of them in both languages, and the pages outside both. */
export const PAGES = ["", "404.html", ...["zh/", "en/"].flatMap((lang) => KINDS.map((kind) => lang + kind))];
