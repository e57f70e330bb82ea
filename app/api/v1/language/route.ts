import { chooseLanguage } from '@/lib/desks/sign-in/choose-language'
import { open } from '@/lib/platform/gate/open'

export const POST = open(chooseLanguage)
