/** Digits and capital letters without I, L, O and U, as in case codes. */
const symbols = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/**
 * What both teams call a referral on the phone: `R-XXXXXX`, the first 30 bits of its random id. It tells nothing of
 * the case, whose code a partner never learns. Rarely two may share it; addresses and records use the id. PURE.
 */
export function referralCode(id: string): string {
  const bits = Number.parseInt(id.slice(0, 8), 16) >>> 2
  const code = Array.from({ length: 6 }, (_, place) => symbols.charAt((bits >>> (25 - 5 * place)) & 31))
  return `R-${code.join('')}`
}
