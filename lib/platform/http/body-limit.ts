/** Bytes a body of ours may have: nothing larger is received, and nothing larger is read. */
export const BODY_LIMIT = 1_000_000
