import { takeInFile } from '@/lib/casework/inbound/take-in-file'
import { lookedAt } from '@/lib/casework/inbound/understood'
import { lookingInto } from '@/lib/platform/gate/with-text'

export const POST = lookingInto(takeInFile, lookedAt)
