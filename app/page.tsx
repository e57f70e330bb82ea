import { cookies } from 'next/headers'
import { redirect } from 'next/navigation'
import { presented } from '@/lib/platform/access/cookies'

/** The front door only points the way: each page decides for itself who may open it. */
export default async function FrontDoor(): Promise<never> {
  const jar = await cookies()
  const session = presented((name) => jar.get(name)?.value)
  redirect(!session ? '/sign-in' : (session.link ?? (session.kind === 'partner' ? '/inbox' : '/work')))
}
