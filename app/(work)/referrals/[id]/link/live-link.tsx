import { ButtonLink } from '@/app/_ui/button'
import { TextField } from '@/app/_ui/fields'
import { Row } from '@/app/_ui/layout'
import { Note } from '@/app/_ui/note'
import { moment, time } from '@/lib/base/i18n/dates'
import type { LinkView } from '@/lib/desks/referral/prepare-link'
import type { Page } from '@/lib/platform/gate/read'

type Link = NonNullable<LinkView['link']>
type Props = { link: Link; phone: string; letter: LinkView['letter']; page: Omit<Page<LinkView>, 'view'> }

/** What is to be done with a link now: hand it over, wait for the press, read the code out. */
export function LiveLink({ link, phone, letter, page: { t, locale, path } }: Props) {
  const number = phone.replaceAll(/[^+\d]/g, '')
  return (
    <>
      {link.code ? (
        <Note tone="soon">
          <p>{t('links.staff.code')}</p>
          <p className="big" dir="ltr">
            <b>{`${link.code.slice(0, 3)} ${link.code.slice(3)}`}</b>
          </p>
          <p>{link.codeUntil && t('links.staff.code-until', { at: time(locale, link.codeUntil) })}</p>
          {link.codeSms && <p>{t(`links.staff.sms-${link.codeSms}`)}</p>}
        </Note>
      ) : (
        <Note>{t(`links.staff.${standing(link, letter)}`)}</Note>
      )}
      {letter && (
        <p>
          {t(`links.staff.letter-${letter.state}`, {
            mail: letter.mail,
            at: letter.sentAt ? moment(locale, letter.sentAt) : '',
          })}
        </p>
      )}
      {link.address && (
        <>
          <TextField name="address" label={t('links.staff.address')} value={link.address} dir="ltr" />
          {number && (
            <p>
              <a
                href={`sms:${number}?body=${encodeURIComponent(t('links.staff.sms', { link: link.address }))}`}
              >
                {t('links.staff.by-sms')}
              </a>
            </p>
          )}
        </>
      )}
      <p>
        {phone ? (
          <a href={`tel:${number}`}>{t('referrals.mail.call', { phone })}</a>
        ) : (
          t('referrals.mail.no-phone')
        )}{' '}
        {t('links.staff.only-there')}
      </p>
      {!link.code && link.triesLeft > 0 && (
        <Row>
          <ButtonLink calm href={path}>
            {t('links.staff.look')}
          </ButtonLink>
        </Row>
      )}
      <p className="meta">{t('links.staff.until', { at: moment(locale, link.expiresAt) })}</p>
    </>
  )
}

function standing({ asked, triesLeft, openedAt }: Link, letter: LinkView['letter']) {
  if (triesLeft === 0) return 'no-tries'
  if (openedAt) return 'opened'
  if (asked) return 'asked'
  return letter?.state === 'SENT' ? 'fresh-mailed' : 'fresh'
}
