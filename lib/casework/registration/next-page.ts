import { type RegistrationPage, registrationPages } from './registration'

/** Where a saved registration page leads: to the next one while registering, to the person's facts afterwards. PURE. */
export function afterPage(code: string, state: string, page: RegistrationPage): string {
  if (state !== 'DRAFT') return `/cases/${code}/person?done=saved`
  const next = registrationPages[registrationPages.indexOf(page) + 1]
  return next ? `/cases/${code}/register/${next}` : `/cases/${code}/register`
}

export const pageOf = (page: RegistrationPage) => (params: Readonly<Record<string, string>>) =>
  `/cases/${params.code}/register/${page}`
