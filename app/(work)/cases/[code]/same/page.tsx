import { DraftNotice } from '@/app/_frame/form-fields'
import { ButtonLink } from '@/app/_ui/button'
import { Code } from '@/app/_ui/code'
import { Narrow, Section } from '@/app/_ui/layout'
import { Note } from '@/app/_ui/note'
import { isMessageKey } from '@/lib/base/i18n/translate'
import { sayForm } from '@/lib/casework/likeness/form'
import { type Beside, viewSame } from '@/lib/desks/search/view-same'
import { caseRoles } from '@/lib/platform/access/roles'
import type { Query } from '@/lib/platform/gate/query'
import { read } from '@/lib/platform/gate/read'
import { CaseFrame, type Framed } from '../case-frame'
import { Answer } from './answer'
import { byOf } from './by'
import { ElsewhereAsked } from './elsewhere'
import { SideBySide } from './side-by-side'

type Props = { params: Promise<{ code: string }>; searchParams: Promise<Query> }

/** Whether this person has another file: one at a time, side by side, and the one question about it. */
export default async function SamePage({ params, searchParams }: Props) {
  const { code } = await params
  const query = await searchParams
  const page = await read({ action: 'case.compare', roles: caseRoles }, (reading) =>
    viewSame(reading, code, query),
  )
  const { t, locale, view } = page
  const { record } = view.head.reach
  const waits = ({ standing }: Beside) => standing === 'open' || standing === 'asked' || standing === 'unsure'
  // First what waits for this person's own word: the second one, or that a merge is taken back.
  const theirs = ({ standing, mayDecide, mayUndo }: Beside) =>
    mayDecide ||
    (standing === 'undo-asked' && mayUndo) ||
    (standing === 'unsure' && page.actor.role === 'SUPERVISOR')
  // What comes back with an error is about the file that was asked about.
  const shown =
    view.beside.find(({ file }) => file.id === view.draft?.values.other) ??
    view.beside.find(({ file }) => file.code === view.at) ??
    view.beside.find(theirs) ??
    view.beside.find(waits) ??
    view.beside[0]
  const done = `same.done.${view.done}`
  return (
    <CaseFrame head={view.head} page={page} title={t('same.title')}>
      <Narrow>
        <DraftNotice form={sayForm} draft={view.draft} t={t} locale={locale} />
        {isMessageKey(done) && (
          <Note tone="good" icon="ok" live>
            {t(done)}
          </Note>
        )}
        <div>
          <h2>{t('same.title')}</h2>
          <p className="lead">
            {view.beside.length > 0
              ? t('same.count', { count: view.beside.length })
              : record.mergedInto && !view.head.known
                ? `${t('same.case.duplicate')} ${t('same.case.out-of-reach')}`
                : t('same.none')}{' '}
            {view.beside.some(waits) && t('same.lead')}
          </p>
        </div>
        {shown && (
          <>
            <SideBySide head={view.head} beside={shown} page={page} />
            <Answer
              code={code}
              record={record}
              head={view.head}
              beside={shown}
              draft={view.draft}
              page={page}
            />
          </>
        )}
        <Others beside={view.beside.filter((one) => one !== shown)} code={code} page={page} />
        {view.elsewhere.map((one) => (
          <ElsewhereAsked
            key={one.id}
            code={code}
            version={record.version}
            one={one}
            draft={view.draft}
            page={page}
          />
        ))}
        <p className="meta">{t('same.background')}</p>
        {record.state === 'DRAFT' && (
          <p>
            <ButtonLink
              calm={view.beside.some(waits)}
              href={view.head.may.work ? `/cases/${code}/register` : `/cases/${code}`}
            >
              {t(view.head.may.work ? 'same.continue' : 'same.back')}
            </ButtonLink>
          </p>
        )}
      </Narrow>
    </CaseFrame>
  )
}

function Others({ beside, code, page: { t } }: { beside: Beside[]; code: string; page: Framed }) {
  if (beside.length === 0) return null
  return (
    <Section title={t('same.next')} tight>
      <ul className="ticks">
        {beside.map(({ file, standing, pair }) => (
          <li key={file.id}>
            <a href={`/cases/${code}/same?with=${file.code}`}>
              <Code>{file.code}</Code>
            </a>{' '}
            {standing !== 'open' && (
              <span className="meta">{t(`same.standing.${standing}`, { by: byOf(standing, pair) })}</span>
            )}
          </li>
        ))}
      </ul>
    </Section>
  )
}
