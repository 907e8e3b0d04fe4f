Libraries packed into holdfast.jar, from their own project files: name, version, licences that they may
be used under. The licence texts themselves are beside this file. The PostgreSQL programs in the
libraries embedded-postgres-binaries-* come under the PostgreSQL licence.

<#list dependencyMap as entry>
<#assign library = entry.getKey()/>
${library.groupId}:${library.artifactId} ${library.version} (${entry.getValue()?join(" or ")})
</#list>
