/** Wording, the source language. */
export const fr = {
  title: '',
} as const
