import type { fr } from './fr'

export const en: Record<keyof typeof fr, string> = {
  title: '',
}
