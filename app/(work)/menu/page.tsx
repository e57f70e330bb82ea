import { cookies } from 'next/headers'
import { countsOf, navigation } from '@/app/_frame/navigation'
import { SearchForm } from '@/app/_frame/search-form'
import { languageChoice, WorkPage } from '@/app/_frame/work-page'
import { Button, ButtonLink } from '@/app/_ui/button'
import { PostForm } from '@/app/_ui/form'
import { Row, Section } from '@/app/_ui/layout'
import { Menu } from '@/app/_ui/menu'
import { KEYS_COOKIE, keysWanted } from '@/lib/base/request/keys'
import { readOffices } from '@/lib/desks/work/read-offices'
import { presented } from '@/lib/platform/access/cookies'
import { caseRoles, roles } from '@/lib/platform/access/roles'
import { read } from '@/lib/platform/gate/read'

/** The side menu as a page, for narrow screens: places, language, account. Staff and partners each have theirs. */
export default async function MenuPage() {
  const jar = await cookies()
  const session = presented((name) => jar.get(name)?.value)?.kind ?? 'staff'
  const page = await read({ action: 'menu.open', roles, session }, readOffices)
  const { t, actor, view } = page
  const keys = keysWanted(jar.get(KEYS_COOKIE)?.value)
  return (
    <WorkPage page={page} title={t('work.menu.title')} under="/menu">
      <h1>{t('work.menu.title')}</h1>
      {caseRoles.includes(actor.role) && <SearchForm t={t} typed="" />}
      <Menu
        nav={{ ...navigation(actor.role, t, '/menu', countsOf(actor)), label: t('work.menu.title') }}
        languages={languageChoice(page)}
      />
      <Section title={t('work.menu.account')} tight>
        <p>
          <bdi>{actor.name}</bdi>, {t(`session.role.${actor.role}`)}
        </p>
        {view.names.length > 0 && (
          <p className="meta">
            {t('work.menu.offices', { count: view.names.length, list: view.names.join(', ') })}
          </p>
        )}
        {actor.role === 'SUPERVISOR' && (
          <PostForm action="/api/v1/keys" layout="row" fields={{ keys: keys ? 'off' : 'on' }}>
            <span>{t(keys ? 'work.menu.keys-on' : 'work.menu.keys-off')}</span>
            <Button calm small>
              {t(keys ? 'work.menu.keys-turn-off' : 'work.menu.keys-turn-on')}
            </Button>
          </PostForm>
        )}
        <Row>
          <PostForm action="/api/v1/session/end" layout="bare">
            <Button calm>{t('frame.sign-out')}</Button>
          </PostForm>
          <ButtonLink href="/help" calm>
            {t('frame.help')}
          </ButtonLink>
          <ButtonLink href="/glossary" calm>
            {t('frame.glossary')}
          </ButtonLink>
        </Row>
      </Section>
    </WorkPage>
  )
}
