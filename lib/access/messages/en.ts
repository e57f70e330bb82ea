import type { fr } from './fr'

export const en: Record<keyof typeof fr, string> = {
  'sign-in': 'Sign in',
  email: 'E-mail address',
  password: 'Password',
  wrong: 'The address or the password is not right',
  shared: 'On a shared device, nothing of the cases stays after signing out.',
  art: 'From hand to hand, until the answer.',
  kept: 'What you typed is kept: sign in to find it again.',
  'signed-out': 'You are signed out. Nothing of the cases stays on this device.',
  'demo-accounts': 'Demonstration accounts',
  'demo-password': 'Password for all',
  'role.SOCIAL_WORKER': 'Social work',
  'role.PSYCHOLOGIST': 'Psychology',
  'role.LAWYER': 'Law',
  'role.SUPERVISOR': 'Supervision',
  'role.DTM_ENUM': 'DTM agent',
  'role.IM': 'Information management',
  'role.DPO': 'Data protection',
  'role.ADMIN': 'Administration',
  'role.PARTNER_FP': 'Partner focal point',
  'role.DONOR_VIEW': 'Donor',
}
