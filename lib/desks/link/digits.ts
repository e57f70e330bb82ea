/** Six digits as people write them down: in twos or threes, in Arabic digits too. Nothing: it is no code, and costs no try. PURE. */
export function digitsOf(typed: string): string | undefined {
  const plain = typed
    .slice(0, 40)
    .replace(/[\s.\-\u2010-\u2015]/gu, '')
    .replace(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0))
  return /^[0-9]{6}$/.test(plain) ? plain : undefined
}
