import { chooseKeys } from '@/lib/desks/sign-in/choose-keys'
import { open } from '@/lib/platform/gate/open'

export const POST = open(chooseKeys)
