import { Crumb } from '@/app/_ui/crumb'
import type { Framed } from './framed'

/** The way back to the list; whoever came by a link has none. */
export function InboxCrumb({ page: { t, actor }, here }: Framed & { here: string }) {
  if (actor.link) return null
  return <Crumb label={t('frame.crumb')} links={[{ href: '/inbox', label: t('inbox.title') }]} here={here} />
}
