import { signIn } from '@/lib/desks/sign-in/sign-in'
import { open } from '@/lib/platform/gate/open'

export const POST = open(signIn)
