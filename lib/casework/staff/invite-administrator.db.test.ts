import { describe, expect, test } from 'vitest'
import { invitedBy, isEmptyInstance, setPassword } from '@/lib/desks/sign-in/invitation'
import { verifyCredentials } from '@/lib/desks/sign-in/verify-credentials'
import { hashPassword } from '@/lib/platform/access/passwords'
import { raw, root } from '@/lib/testing/database'
import { inviteAdministrator, NotAnAdministrator } from './invite-administrator'

const tokenOf = (path: string) => path.replace('/welcome/', '')
const phrase = 'seven grey herons at noon'

describe('a first administrator', () => {
  test('gets a link that sets a password once', async () => {
    const token = tokenOf(await inviteAdministrator('First@Example.org', 'First One'))
    expect(await isEmptyInstance()).toBe(false)
    expect(await invitedBy(token)).toEqual({ email: 'first@example.org', name: 'First One' })
    expect(await setPassword(token, await hashPassword(phrase))).toBe('first@example.org')
    expect(await verifyCredentials('first@example.org', phrase)).toMatchObject({ kind: 'staff' })
    expect(await invitedBy(token)).toBeUndefined()
    expect(await setPassword(token, await hashPassword('another phrase of twelve'))).toBeUndefined()
    expect(await verifyCredentials('first@example.org', phrase)).toBeDefined()
  })

  test('of two who open one link at once, one sets the password', async () => {
    const token = tokenOf(await inviteAdministrator('race@example.org'))
    const hash = await hashPassword(phrase)
    const answers = await Promise.all([setPassword(token, hash), setPassword(token, hash)])
    expect(answers.filter(Boolean)).toHaveLength(1)
  })

  test('a newer link ends the older one, and a day ends both', async () => {
    const older = tokenOf(await inviteAdministrator('again@example.org'))
    const newer = tokenOf(await inviteAdministrator('again@example.org'))
    expect(await invitedBy(older)).toBeUndefined()
    expect(await invitedBy(newer)).toBeDefined()
    await root()`update access.invitations set created_at = created_at - interval '25 hours',
      expires_at = expires_at - interval '25 hours' where used_at is null`
    expect(await invitedBy(newer)).toBeUndefined()
  })

  test('cannot be made of a colleague with another role, nor of text that is no address', async () => {
    await root()`insert into access.users (email, name, role) values ('im@example.org', 'Im', 'IM')`
    await expect(inviteAdministrator('im@example.org')).rejects.toBeInstanceOf(NotAnAdministrator)
    await expect(inviteAdministrator('nobody')).rejects.toBeInstanceOf(RangeError)
  })

  test('the login that signs people in cannot make a link or read one', async () => {
    await expect(raw('auth')`select * from access.invitations`).rejects.toThrow(/permission denied/)
    await expect(raw('web')`select access.invited('x')`).rejects.toThrow(/permission denied/)
  })
})
