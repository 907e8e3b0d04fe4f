// Workspaces by the company's own key (seats.io dialect, section 7).
import test from 'node:test'
import assert from 'node:assert/strict'
import { clientOf, openCompany, refusal, refused } from './venue.mjs'

const keys = list => list.map(each => each.key)

async function all (lister) {
  const items = []
  for await (const each of lister) {
    items.push(each)
  }
  return items
}

test('a company begins with one workspace', async () => {
  const { client, workspace } = await openCompany()
  const only = await client.workspaces.retrieve(workspace.key)
  assert.equal(only.name, workspace.name)
  assert.equal(only.secretKey, workspace.secretKey)
  assert.deepEqual(only.secretKeys, [workspace.secretKey])
  assert.equal(only.id, workspace.id)
  assert.equal(only.isActive, true)
  assert.equal(only.isDefault, true)
  assert.equal(only.isTest, false)
  assert.ok(only.settings)
  assert.deepEqual(keys(await all(client.workspaces.listAll())), [workspace.key])
})

test('a workspace is created, called otherwise, and found again', async () => {
  const { client } = await openCompany()
  const created = await client.workspaces.create('my workspace', true)
  assert.ok(created.id)
  assert.ok(created.key)
  assert.ok(created.secretKey)
  assert.equal(created.name, 'my workspace')
  assert.equal(created.isTest, true)
  assert.equal(created.isActive, true)
  assert.equal(created.isDefault, false)
  await client.workspaces.update(created.key, 'another name')
  const found = await client.workspaces.retrieve(created.key)
  assert.equal(found.name, 'another name')
  assert.equal(found.id, created.id)
  assert.equal(found.secretKey, created.secretKey)
})

test('a workspace is closed, opened, made the default one, and deleted', async () => {
  const { client, workspace } = await openCompany()
  const other = await client.workspaces.create('other')
  await client.workspaces.deactivate(other.key)
  assert.equal((await client.workspaces.retrieve(other.key)).isActive, false)
  await client.workspaces.activate(other.key)
  assert.equal((await client.workspaces.retrieve(other.key)).isActive, true)
  await client.workspaces.setDefault(other.key)
  assert.equal((await client.workspaces.retrieve(other.key)).isDefault, true)
  assert.equal((await client.workspaces.retrieve(workspace.key)).isDefault, false)
  await refused(400, 'GENERAL_ERROR', client.workspaces.delete(workspace.key))
  await client.workspaces.deactivate(workspace.key)
  await client.workspaces.delete(workspace.key)
  await refused(404, 'WORKSPACE_NOT_FOUND', client.workspaces.retrieve(workspace.key))
  assert.deepEqual(keys(await all(client.workspaces.listAll())), [other.key])
})

test('lists are newest first, filtered, and paged in both directions', async () => {
  const { client, workspace } = await openCompany()
  const made = []
  for (const name of ['anEast', 'west', 'anOther east']) {
    made.unshift((await client.workspaces.create(name)).key)
  }
  await client.workspaces.deactivate(made[1])
  const [newest, closed, oldest] = made
  assert.deepEqual(
    keys(await all(client.workspaces.listAll())), [newest, closed, oldest, workspace.key])
  assert.deepEqual(
    keys(await all(client.workspaces.listActive())), [newest, oldest, workspace.key])
  assert.deepEqual(keys(await all(client.workspaces.listInactive())), [closed])
  assert.deepEqual(keys(await all(client.workspaces.listAll('EAST'))), [newest, oldest])

  const first = await client.workspaces.listFirstPage(null, 2)
  assert.deepEqual(keys(first.items), [newest, closed])
  assert.equal(first.nextPageStartsAfter, first.items[1].id + '')
  assert.ok(!first.previousPageEndsBefore)
  const second = await client.workspaces.listPageAfter(first.nextPageStartsAfter, null, 2)
  assert.deepEqual(keys(second.items), [oldest, workspace.key])
  assert.ok(!second.nextPageStartsAfter)
  assert.equal(second.previousPageEndsBefore, second.items[0].id + '')
  const back = await client.workspaces.listPageBefore(second.items[1].id, null, 1)
  assert.deepEqual(keys(back.items), [oldest])
  assert.equal(back.nextPageStartsAfter, back.items[0].id + '')
  assert.equal(back.previousPageEndsBefore, back.items[0].id + '')
})

test('a secret key is replaced, added and removed', async () => {
  const { client, workspace } = await openCompany()
  const replaced = await client.workspaces.regenerateSecretKey(workspace.key)
  assert.notEqual(replaced, workspace.secretKey)
  assert.equal((await client.workspaces.retrieve(workspace.key)).secretKey, replaced)
  assert.match(
    await refusal(clientOf(workspace.secretKey).holdTokens.create()),
    /^post .*hold-tokens resulted in 401 .*error$/)
  const added = await client.workspaces.addSecretKey(workspace.key)
  await clientOf(replaced).holdTokens.create()
  await clientOf(added).holdTokens.create()
  await client.workspaces.removeSecretKey(workspace.key, replaced)
  assert.deepEqual((await client.workspaces.retrieve(workspace.key)).secretKeys, [added])
  await refusal(clientOf(replaced).holdTokens.create())
  await clientOf(added).holdTokens.create()
})

test('nobody sees or changes the workspaces of another company', async () => {
  const mine = await openCompany()
  const theirs = await openCompany()
  const key = theirs.workspace.key
  await refused(404, 'WORKSPACE_NOT_FOUND', mine.client.workspaces.retrieve(key))
  await refused(404, 'WORKSPACE_NOT_FOUND', mine.client.workspaces.update(key, 'mine'))
  await refused(404, 'WORKSPACE_NOT_FOUND', mine.client.workspaces.delete(key))
  await refused(404, 'WORKSPACE_NOT_FOUND', mine.client.workspaces.regenerateSecretKey(key))
  const named = clientOf(mine.admin.secretKey, key)
  await refused(404, 'WORKSPACE_NOT_FOUND', named.holdTokens.create())
  assert.match(
    await refusal(clientOf(mine.workspace.secretKey).workspaces.create('x')), /resulted in 403/)
})
