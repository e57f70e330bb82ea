const symbols = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** Six random symbols on the slip the person takes along; says nothing. `bytes`: at least 6. PURE. */
export const alertCode = (bytes: Uint8Array): string => {
  const six = [...bytes.subarray(0, 6)].map((byte) => symbols[byte % 32]).join('')
  return `S-${six.slice(0, 3)}-${six.slice(3)}`
}
