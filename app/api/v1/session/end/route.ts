import { signOut } from '@/lib/access/sign-out'
import { open } from '@/lib/write/open'

export const POST = open(signOut)
