import { takeInFile } from '@/lib/casework/inbound/take-in-file'
import { lookedAt } from '@/lib/casework/inbound/understood'
import { lookingInto } from '@/lib/platform/gate/looking-into'

export const POST = lookingInto(takeInFile, lookedAt)
