import { demoStrip, languageChoice, WorkPage } from '@/app/_frame/work-page'
import { Alone } from '@/app/_ui/shell'
import { readHelp } from '@/lib/desks/work/read-help'
import { HelpContent } from './help-content'

/** Help is open to everybody: those who cannot sign in need it most. */
export default async function HelpPage() {
  const { known, ...frame } = await readHelp()
  const { t } = frame
  if (known)
    return (
      <WorkPage page={{ ...frame, actor: known.actor }} title={t('frame.help')} under="/help">
        <HelpContent role={known.actor.role} offices={known.offices} t={t} />
      </WorkPage>
    )
  return (
    <>
      <title>{`${t('frame.help')} – Relais`}</title>
      <Alone
        demo={demoStrip(t)}
        skipLabel={t('frame.skip')}
        brandHref="/"
        roomy
        footer={[{ href: '/sign-in', label: t('session.sign-in') }]}
        languages={languageChoice(frame)}
      >
        <HelpContent t={t} />
      </Alone>
    </>
  )
}
