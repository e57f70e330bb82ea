import { signIn } from '@/lib/access/sign-in'
import { open } from '@/lib/write/open'

export const POST = open(signIn)
