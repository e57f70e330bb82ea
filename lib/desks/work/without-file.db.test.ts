import { beforeAll, expect, test } from 'vitest'
import { as, type SignedIn, signedIn } from '@/lib/testing/actors'
import { root } from '@/lib/testing/database'
import { supervisorDay } from './supervisor-day'

let supervisor: SignedIn
let elsewhere: SignedIn

beforeAll(async () => {
  supervisor = await signedIn('SUPERVISOR', 'MOP')
  elsewhere = await signedIn('SUPERVISOR', 'GAO')
  await root()`delete from app.unregistered_help`
  await root()`delete from app.unregistered_people`
})

const seen = async (who: SignedIn) => (await as(who, (ctx) => supervisorDay(ctx))).without

test('nothing is said where nothing was noted', async () => {
  expect(await seen(supervisor)).toBeNull()
})

test('help without a file is counts of this month and of the own offices, and nobody', async () => {
  await root()`insert into app.unregistered_help (on_day, office_id, service, quantity, unit)
    select (clock.casework_now())::date, 'MOP', 'FOOD_RATION', n, 'RATION' from generate_series(2, 3) n`
  await root()`insert into app.unregistered_help (on_day, office_id, service, quantity, unit) values
    ((date_trunc('month', clock.casework_now()) - interval '1 day')::date, 'MOP', 'FOOD_RATION', 9, 'RATION'),
    ((clock.casework_now())::date, 'GAO', 'FOOD_HOT', 9, 'MEAL')`
  await root()`insert into app.unregistered_people (on_day, office_id, sex, age_group, why) values
    ((clock.casework_now())::date, 'MOP', 'F', 'A18_59', 'NO'), ((clock.casework_now())::date, 'MOP', 'M', 'A18_59', 'LEFT')`
  expect(await seen(supervisor)).toEqual({
    refused: 1,
    left: 1,
    help: [{ service: 'FOOD_RATION', unit: 'RATION', times: 2, quantity: 5 }],
  })
  expect(await seen(elsewhere)).toEqual({
    refused: 0,
    left: 0,
    help: [{ service: 'FOOD_HOT', unit: 'MEAL', times: 1, quantity: 9 }],
  })
})
