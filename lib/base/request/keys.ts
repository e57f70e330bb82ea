/** Whether this device wants letters to press buttons: yes, until somebody turned them off here. */
export const KEYS_COOKIE = 'keys'
export const keysWanted = (cookie: string | undefined): boolean => cookie !== 'off'

export const keysCookie = (on: boolean, secure: boolean): string =>
  `${KEYS_COOKIE}=${on ? 'on' : 'off'}; Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly${secure ? '; Secure' : ''}`
