import { Decrypter, generateIdentity, identityToRecipient } from 'age-encryption'
import { expect, it } from 'vitest'
import { fingerprintOf, isRecipient, sameFingerprint, sealedFor } from './recipient'

it('opens to the holder of the key and says nothing to anybody else', async () => {
  const identity = await generateIdentity()
  const recipient = await identityToRecipient(identity)
  const text = '{"name":"Kadidiatou"}'
  const file = await sealedFor(recipient, text)
  expect(Buffer.from(file).toString('latin1')).not.toContain('Kadidiatou')
  expect(Buffer.from(file).toString('latin1').startsWith('age-encryption.org/v1\n')).toBe(true)
  const theirs = new Decrypter()
  theirs.addIdentity(identity)
  expect(await theirs.decrypt(file, 'text')).toBe(text)
  const others = new Decrypter()
  others.addIdentity(await generateIdentity())
  await expect(others.decrypt(file, 'text')).rejects.toThrow()
  expect(Buffer.from(await sealedFor(recipient, text)).equals(Buffer.from(file))).toBe(false)
})

it('knows a key from a slip of the pen, a secret key, and words', async () => {
  const identity = await generateIdentity()
  const recipient = await identityToRecipient(identity)
  expect(isRecipient(recipient)).toBe(true)
  for (const wrong of [`${recipient.slice(0, -1)}q`, identity, recipient.toUpperCase(), '', 'age1'])
    if (wrong !== recipient) expect(isRecipient(wrong), wrong.slice(0, 12)).toBe(false)
})

it('has a fingerprint that can be read out and typed as it was heard', async () => {
  const recipient = await identityToRecipient(await generateIdentity())
  const print = fingerprintOf(recipient)
  expect(print).toMatch(/^[0-9a-f]{4}( [0-9a-f]{4}){3}$/)
  expect(sameFingerprint(recipient, print.toUpperCase().replace(/ /g, '-'))).toBe(true)
  expect(sameFingerprint(recipient, print.slice(0, 14))).toBe(false)
  expect(sameFingerprint(recipient, '')).toBe(false)
})
