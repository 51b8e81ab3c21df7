/** What is invented, on every page of a demonstration. */
export const DEMONSTRATION_WORDS = "Demonstration. Pupils, agreements, charges and all activity are invented and describe no real school's conduct; only the page Published tables shows published figures.";
