<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="da_DK" sourcelanguage="en">
  <context>
    <name>Administration</name>
    <message numerus="yes">
      <source>%n changed</source>
      <translation>
        <numerusform>%n ændret</numerusform>
        <numerusform>%n ændrede</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n new</source>
      <translation>
        <numerusform>%n ny</numerusform>
        <numerusform>%n nye</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n person(s)</source>
      <translation>
        <numerusform>%n person</numerusform>
        <numerusform>%n personer</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n person(s) added</source>
      <translation>
        <numerusform>%n person tilføjet</numerusform>
        <numerusform>%n personer tilføjet</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n person(s) changed</source>
      <translation>
        <numerusform>%n person ændret</numerusform>
        <numerusform>%n personer ændret</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n row(s) wrong</source>
      <translation>
        <numerusform>%n række er forkert</numerusform>
        <numerusform>%n rækker er forkerte</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n unchanged</source>
      <translation>
        <numerusform>%n uændret</numerusform>
        <numerusform>%n uændrede</numerusform>
      </translation>
    </message>
    <message>
      <source>A call to {number} rings all devices that are on</source>
      <translation>Et opkald til {number} ringer på alle tændte enheder</translation>
    </message>
    <message>
      <source>Add device</source>
      <translation>Tilføj enhed</translation>
    </message>
    <message>
      <source>Address for the phone</source>
      <translation>Adresse til telefonen</translation>
    </message>
    <message>
      <source>Admin</source>
      <translation>Admin</translation>
    </message>
    <message>
      <source>Administration</source>
      <translation>Administration</translation>
    </message>
    <message>
      <source>Administrator</source>
      <translation>Administrator</translation>
    </message>
    <message>
      <source>Archives (*.zip)</source>
      <translation>Arkiver (*.zip)</translation>
    </message>
    <message>
      <source>As it is now</source>
      <translation>Som det er nu</translation>
    </message>
    <message>
      <source>As you typed it</source>
      <translation>Som du har skrevet</translation>
    </message>
    <message>
      <source>Automatic</source>
      <translation>Automatisk</translation>
    </message>
    <message>
      <source>Calendar</source>
      <translation>Kalender</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>Annullér</translation>
    </message>
    <message>
      <source>Changed: {columns}</source>
      <translation>Ændres: {columns}</translation>
    </message>
    <message>
      <source>Check</source>
      <translation>Tjek</translation>
    </message>
    <message>
      <source>Close</source>
      <translation>Luk</translation>
    </message>
    <message>
      <source>Close access</source>
      <translation>Luk adgang</translation>
    </message>
    <message>
      <source>Closed</source>
      <translation>Lukket</translation>
    </message>
    <message>
      <source>Company number</source>
      <translation>Firmanummer</translation>
    </message>
    <message>
      <source>Connections</source>
      <translation>Forbindelser</translation>
    </message>
    <message>
      <source>Copy the code</source>
      <translation>Kopiér koden</translation>
    </message>
    <message>
      <source>Copy: {what}</source>
      <translation>Kopiér: {what}</translation>
    </message>
    <message>
      <source>Delete {name} for good</source>
      <translation>Slet {name} for altid</translation>
    </message>
    <message>
      <source>Delete …</source>
      <translation>Slet …</translation>
    </message>
    <message>
      <source>Department</source>
      <translation>Afdeling</translation>
    </message>
    <message>
      <source>Desk phone</source>
      <translation>Bordtelefon</translation>
    </message>
    <message>
      <source>Devices</source>
      <translation>Enheder</translation>
    </message>
    <message>
      <source>Devices, messages and history go with the person, and can't be had back. Type the name:</source>
      <translation>Enheder, beskeder og historik slettes sammen med personen og kan ikke fås tilbage. Skriv navnet:</translation>
    </message>
    <message>
      <source>E-mail</source>
      <translation>E-mail</translation>
    </message>
    <message>
      <source>Edit</source>
      <translation>Redigér</translation>
    </message>
    <message>
      <source>Encrypted only</source>
      <translation>Kun krypteret</translation>
    </message>
    <message>
      <source>Erase all data …</source>
      <translation>Slet alle data …</translation>
    </message>
    <message>
      <source>Erase {name}'s data</source>
      <translation>Slet data om {name}</translation>
    </message>
    <message>
      <source>Every showing of a password is written to the audit log</source>
      <translation>Hver gang en adgangskode vises, skrives det i loggen</translation>
    </message>
    <message>
      <source>Everything of this person goes, and where colleagues' calls and messages name them stands “Former colleague”. It can't be had back. Type the name:</source>
      <translation>Alt om personen forsvinder, og hvor kollegers opkald og beskeder nævner navnet, står der »Tidligere kollega«. Det kan ikke fortrydes. Skriv navnet:</translation>
    </message>
    <message>
      <source>Export data</source>
      <translation>Udlæs data</translation>
    </message>
    <message>
      <source>Export data …</source>
      <translation>Udlæs data …</translation>
    </message>
    <message>
      <source>Export people</source>
      <translation>Eksportér personer</translation>
    </message>
    <message>
      <source>Export …</source>
      <translation>Eksportér …</translation>
    </message>
    <message>
      <source>From the OneNumber</source>
      <translation>Fra OneNumber</translation>
    </message>
    <message>
      <source>Groups</source>
      <translation>Grupper</translation>
    </message>
    <message>
      <source>Hidden in {time}</source>
      <translation>Skjules om {time}</translation>
    </message>
    <message>
      <source>Hide the SIP settings</source>
      <translation>Skjul SIP-oplysninger</translation>
    </message>
    <message>
      <source>Hide the address</source>
      <translation>Skjul adressen</translation>
    </message>
    <message>
      <source>Hide the password</source>
      <translation>Skjul adgangskoden</translation>
    </message>
    <message numerus="yes">
      <source>Import %n person(s)</source>
      <translation>
        <numerusform>Importér %n person</numerusform>
        <numerusform>Importér %n personer</numerusform>
      </translation>
    </message>
    <message>
      <source>Import people</source>
      <translation>Importér personer</translation>
    </message>
    <message>
      <source>Import {file}</source>
      <translation>Importér {file}</translation>
    </message>
    <message>
      <source>Import …</source>
      <translation>Importér …</translation>
    </message>
    <message numerus="yes">
      <source>Importing %n person(s) …</source>
      <translation>
        <numerusform>Importerer %n person …</numerusform>
        <numerusform>Importerer %n personer …</numerusform>
      </translation>
    </message>
    <message>
      <source>Kind of device</source>
      <translation>Type</translation>
    </message>
    <message>
      <source>Let the phone fetch its settings …</source>
      <translation>Lad telefonen hente sine indstillinger …</translation>
    </message>
    <message>
      <source>Lines</source>
      <translation>Linjer</translation>
    </message>
    <message>
      <source>Local number</source>
      <translation>Lokalnummer</translation>
    </message>
    <message>
      <source>Log</source>
      <translation>Log</translation>
    </message>
    <message>
      <source>Manager</source>
      <translation>Leder</translation>
    </message>
    <message>
      <source>Mobile</source>
      <translation>Mobil</translation>
    </message>
    <message>
      <source>Mobile number (empty: softphone)</source>
      <translation>Mobilnummer (tomt felt: softphone)</translation>
    </message>
    <message>
      <source>More</source>
      <translation>Mere</translation>
    </message>
    <message>
      <source>More for {device}</source>
      <translation>Mere for {device}</translation>
    </message>
    <message>
      <source>Must be encrypted (TLS and SRTP)</source>
      <translation>Skal være krypteret (TLS og SRTP)</translation>
    </message>
    <message>
      <source>Name</source>
      <translation>Navn</translation>
    </message>
    <message>
      <source>Name of the device</source>
      <translation>Enhedens navn</translation>
    </message>
    <message>
      <source>New person</source>
      <translation>Ny person</translation>
    </message>
    <message>
      <source>No devices yet. Add a desk phone, a softphone or a mobile.</source>
      <translation>Ingen enheder endnu. Tilføj en bordtelefon, en softphone eller en mobil.</translation>
    </message>
    <message>
      <source>Not registered</source>
      <translation>Ikke tilmeldt</translation>
    </message>
    <message>
      <source>Not saved</source>
      <translation>Ikke gemt</translation>
    </message>
    <message>
      <source>Nothing is imported while a row is wrong. Mend the file, then read it again.</source>
      <translation>Intet importeres, så længe en række er forkert. Ret filen, og læs den så igen.</translation>
    </message>
    <message>
      <source>One-time code</source>
      <translation>Engangskode</translation>
    </message>
    <message>
      <source>Only within working hours</source>
      <translation>Kun i arbejdstiden</translation>
    </message>
    <message>
      <source>Open access</source>
      <translation>Åbn adgang</translation>
    </message>
    <message>
      <source>Pages of administration</source>
      <translation>Administrationens sider</translation>
    </message>
    <message>
      <source>Password</source>
      <translation>Adgangskode</translation>
    </message>
    <message>
      <source>People</source>
      <translation>Personer</translation>
    </message>
    <message>
      <source>Personal data</source>
      <translation>Persondata</translation>
    </message>
    <message>
      <source>Port</source>
      <translation>Port</translation>
    </message>
    <message>
      <source>QR code with the settings, for a softphone</source>
      <translation>QR-kode med oplysningerne, til en softphone</translation>
    </message>
    <message>
      <source>Read again</source>
      <translation>Læs igen</translation>
    </message>
    <message>
      <source>Reading the file …</source>
      <translation>Læser filen …</translation>
    </message>
    <message>
      <source>Real phones can't connect to the demo company.</source>
      <translation>Rigtige telefoner kan ikke tilmeldes demofirmaet.</translation>
    </message>
    <message>
      <source>Reception</source>
      <translation>Reception</translation>
    </message>
    <message>
      <source>Receptionist</source>
      <translation>Receptionist</translation>
    </message>
    <message>
      <source>Registered</source>
      <translation>Tilmeldt</translation>
    </message>
    <message>
      <source>Remove the picture</source>
      <translation>Fjern billedet</translation>
    </message>
    <message>
      <source>Remove {device}</source>
      <translation>Fjern {device}</translation>
    </message>
    <message>
      <source>Reset password</source>
      <translation>Nulstil adgangskode</translation>
    </message>
    <message numerus="yes">
      <source>Rings after %n second(s)</source>
      <translation>
        <numerusform>Ringer efter %n sekund</numerusform>
        <numerusform>Ringer efter %n sekunder</numerusform>
      </translation>
    </message>
    <message>
      <source>Rings at once</source>
      <translation>Ringer med det samme</translation>
    </message>
    <message>
      <source>Role</source>
      <translation>Rolle</translation>
    </message>
    <message>
      <source>Row {number}</source>
      <translation>Række {number}</translation>
    </message>
    <message>
      <source>Rows of the file</source>
      <translation>Filens rækker</translation>
    </message>
    <message>
      <source>Rung over the trunk</source>
      <translation>Ringes op udefra</translation>
    </message>
    <message>
      <source>SIP settings</source>
      <translation>SIP-oplysninger</translation>
    </message>
    <message>
      <source>Save</source>
      <translation>Gem</translation>
    </message>
    <message>
      <source>Save mine all the same</source>
      <translation>Gem mit alligevel</translation>
    </message>
    <message>
      <source>Saved</source>
      <translation>Gemt</translation>
    </message>
    <message>
      <source>Saved as {file}</source>
      <translation>Gemt som {file}</translation>
    </message>
    <message>
      <source>Scan in the softphone</source>
      <translation>Scan i softphonen</translation>
    </message>
    <message>
      <source>Search person, number or department</source>
      <translation>Søg person, nummer eller afdeling</translation>
    </message>
    <message>
      <source>Server</source>
      <translation>Server</translation>
    </message>
    <message>
      <source>Sheets (*.csv)</source>
      <translation>Regneark (*.csv)</translation>
    </message>
    <message>
      <source>Show SIP settings</source>
      <translation>Vis SIP-oplysninger</translation>
    </message>
    <message>
      <source>Show the password</source>
      <translation>Vis adgangskoden</translation>
    </message>
    <message>
      <source>Shown only now. For the first sign-in from outside; here the first password is 0000.</source>
      <translation>Vises kun nu. Til første login udefra; her er den første adgangskode 0000.</translation>
    </message>
    <message>
      <source>Softphone</source>
      <translation>Softphone</translation>
    </message>
    <message>
      <source>Something that this version doesn't know</source>
      <translation>Noget, denne version ikke kender</translation>
    </message>
    <message>
      <source>Sound of calls</source>
      <translation>Lyd i samtaler</translation>
    </message>
    <message>
      <source>Straight from phone to phone</source>
      <translation>Direkte mellem telefonerne</translation>
    </message>
    <message>
      <source>Tables (*.csv *.txt *.tsv)</source>
      <translation>Tabeller (*.csv *.txt *.tsv)</translation>
    </message>
    <message>
      <source>Take what is there now</source>
      <translation>Brug det, der står der nu</translation>
    </message>
    <message>
      <source>Telephony</source>
      <translation>Telefoni</translation>
    </message>
    <message>
      <source>The file is larger than {most} MB. Divide it.</source>
      <translation>Filen er større end {most} MB. Del den op.</translation>
    </message>
    <message>
      <source>The only administrator can't be closed or deleted.</source>
      <translation>Den eneste administrator kan ikke lukkes eller slettes.</translation>
    </message>
    <message>
      <source>The phone fetches its settings</source>
      <translation>Telefonen henter sine indstillinger</translation>
    </message>
    <message>
      <source>The telephone system listens on this computer alone: phones don't reach it.</source>
      <translation>Telefonsystemet lytter kun på denne computer, så telefoner kan ikke nå det.</translation>
    </message>
    <message>
      <source>There is nothing to import: all in the file is so already.</source>
      <translation>Der er intet at importere: alt i filen er sådan allerede.</translation>
    </message>
    <message>
      <source>Through the service</source>
      <translation>Gennem telefonsystemet</translation>
    </message>
    <message>
      <source>Title</source>
      <translation>Titel</translation>
    </message>
    <message>
      <source>Transport</source>
      <translation>Transport</translation>
    </message>
    <message>
      <source>Type it into the phone's own page: Yealink under Settings, Auto Provision, Server URL; Snom under Advanced, Update, Setting URL. It is good for one fetch; then the phone uses its own password. A phone that doesn't know this server's certificate must be told to trust it first.</source>
      <translation>Skriv den på telefonens egen side: Yealink under Settings, Auto Provision, Server URL; Snom under Advanced, Update, Setting URL. Den gælder for én hentning; derefter bruger telefonen sin egen adgangskode. En telefon, der ikke kender serverens certifikat, skal først have besked om at stole på det.</translation>
    </message>
    <message>
      <source>Type the name: {name}</source>
      <translation>Skriv navnet: {name}</translation>
    </message>
    <message>
      <source>Unknown</source>
      <translation>Ukendt</translation>
    </message>
    <message>
      <source>User</source>
      <translation>Bruger</translation>
    </message>
    <message>
      <source>What you have written isn't saved. Choose again to leave it.</source>
      <translation>Det, du har skrevet, er ikke gemt. Vælg igen for at gå videre uden.</translation>
    </message>
    <message>
      <source>When it rings</source>
      <translation>Hvornår den ringer</translation>
    </message>
    <message>
      <source>Whoever is new signs in with 0000 the first time.</source>
      <translation>Nye personer logger ind med 0000 første gang.</translation>
    </message>
    <message>
      <source>{device} rings no more; what stands in the phone is of no use then.</source>
      <translation>{device} ringer ikke mere, og oplysningerne i telefonen kan ikke bruges igen.</translation>
    </message>
    <message>
      <source>{name} changed this at {time}.</source>
      <translation>{name} har ændret dette kl. {time}.</translation>
    </message>
    <message>
      <source>{name} has changed people meanwhile. Nothing was imported: look again.</source>
      <translation>{name} har ændret personer imens. Intet blev importeret: se efter igen.</translation>
    </message>
    <message>
      <source>{name} has changed this meanwhile.</source>
      <translation>{name} har ændret dette imens.</translation>
    </message>
    <message>
      <source>{name} has that local number.</source>
      <translation>{name} har det lokalnummer.</translation>
    </message>
    <message>
      <source>{name} is signed out on all devices, and needs a code to get in again.</source>
      <translation>{name} logges ud på alle enheder og skal bruge en kode for at logge ind igen.</translation>
    </message>
    <message>
      <source>{transport} · encrypted</source>
      <translation>{transport} · krypteret</translation>
    </message>
    <message>
      <source>{transport} · not encrypted</source>
      <translation>{transport} · ikke krypteret</translation>
    </message>
  </context>
  <context>
    <name>App</name>
    <message>
      <source>Administration</source>
      <translation>Administration</translation>
    </message>
    <message>
      <source>Another program has {keys}. Choose another key in Settings, Call handling.</source>
      <translation>Et andet program bruger {keys}. Vælg en anden tast i Indstillinger, Opkaldshåndtering.</translation>
    </message>
    <message>
      <source>Calls</source>
      <translation>Opkald</translation>
    </message>
    <message>
      <source>Divert my phone</source>
      <translation>Viderestil min telefon</translation>
    </message>
    <message>
      <source>My details</source>
      <translation>Mine oplysninger</translation>
    </message>
    <message>
      <source>Phone messages</source>
      <translation>Telefonbeskeder</translation>
    </message>
    <message>
      <source>Phonebook</source>
      <translation>Telefonbog</translation>
    </message>
    <message>
      <source>Reception</source>
      <translation>Reception</translation>
    </message>
    <message>
      <source>Search</source>
      <translation>Søgning</translation>
    </message>
    <message>
      <source>Settings</source>
      <translation>Indstillinger</translation>
    </message>
    <message>
      <source>Starting …</source>
      <translation>Starter …</translation>
    </message>
    <message>
      <source>This computer has no keyring, so you sign in at each start.</source>
      <translation>Denne computer har ingen nøglering, så du logger ind ved hver start.</translation>
    </message>
  </context>
  <context>
    <name>Audit</name>
    <message numerus="yes">
      <source>%n entry(ies)</source>
      <translation>
        <numerusform>%n linje</numerusform>
        <numerusform>%n linjer</numerusform>
      </translation>
    </message>
    <message>
      <source>Again</source>
      <translation>Igen</translation>
    </message>
    <message>
      <source>Log</source>
      <translation>Log</translation>
    </message>
    <message>
      <source>Older ones</source>
      <translation>Ældre</translation>
    </message>
    <message>
      <source>Search who, number or word</source>
      <translation>Søg hvem, nummer eller ord</translation>
    </message>
    <message>
      <source>added a company number</source>
      <translation>tilføjede et firmanummer</translation>
    </message>
    <message>
      <source>added a connection</source>
      <translation>tilføjede en forbindelse</translation>
    </message>
    <message>
      <source>added a device</source>
      <translation>tilføjede en enhed</translation>
    </message>
    <message>
      <source>added a group</source>
      <translation>tilføjede en gruppe</translation>
    </message>
    <message>
      <source>added a line</source>
      <translation>tilføjede en linje</translation>
    </message>
    <message>
      <source>added a person</source>
      <translation>tilføjede en person</translation>
    </message>
    <message>
      <source>added a standard message</source>
      <translation>tilføjede en standardbesked</translation>
    </message>
    <message>
      <source>changed a company number</source>
      <translation>ændrede et firmanummer</translation>
    </message>
    <message>
      <source>changed a connection</source>
      <translation>ændrede en forbindelse</translation>
    </message>
    <message>
      <source>changed a device</source>
      <translation>ændrede en enhed</translation>
    </message>
    <message>
      <source>changed a forgotten password</source>
      <translation>skiftede en glemt adgangskode</translation>
    </message>
    <message>
      <source>changed a group</source>
      <translation>ændrede en gruppe</translation>
    </message>
    <message>
      <source>changed a group's hours</source>
      <translation>ændrede en gruppes åbningstid</translation>
    </message>
    <message>
      <source>changed a line</source>
      <translation>ændrede en linje</translation>
    </message>
    <message>
      <source>changed a person</source>
      <translation>ændrede en person</translation>
    </message>
    <message>
      <source>changed a pickup group</source>
      <translation>ændrede en besvargruppe</translation>
    </message>
    <message>
      <source>changed a recording of the company</source>
      <translation>ændrede en af firmaets optagelser</translation>
    </message>
    <message>
      <source>changed a standard message</source>
      <translation>ændrede en standardbesked</translation>
    </message>
    <message>
      <source>changed how personal data is kept</source>
      <translation>ændrede, hvordan persondata gemmes</translation>
    </message>
    <message>
      <source>changed the blocked callers</source>
      <translation>ændrede spærrede opkaldere</translation>
    </message>
    <message>
      <source>changed the company's hours</source>
      <translation>ændrede firmaets åbningstid</translation>
    </message>
    <message>
      <source>changed the order of the lines</source>
      <translation>ændrede linjernes rækkefølge</translation>
    </message>
    <message>
      <source>changed the password</source>
      <translation>skiftede adgangskode</translation>
    </message>
    <message>
      <source>changed the words of calendars</source>
      <translation>ændrede ordene i kalendere</translation>
    </message>
    <message>
      <source>changed when calls come back</source>
      <translation>ændrede, hvornår opkald kommer tilbage</translation>
    </message>
    <message>
      <source>changed whether phones must be encrypted</source>
      <translation>ændrede, om telefoner skal være krypterede</translation>
    </message>
    <message>
      <source>changed which numbers may be shown</source>
      <translation>ændrede, hvilke numre der må vises</translation>
    </message>
    <message>
      <source>changed who sees the company's last contacts</source>
      <translation>ændrede, hvem der ser firmaets seneste kontakter</translation>
    </message>
    <message>
      <source>deleted a company number</source>
      <translation>slettede et firmanummer</translation>
    </message>
    <message>
      <source>deleted a connection</source>
      <translation>slettede en forbindelse</translation>
    </message>
    <message>
      <source>deleted a group</source>
      <translation>slettede en gruppe</translation>
    </message>
    <message>
      <source>deleted a line</source>
      <translation>slettede en linje</translation>
    </message>
    <message>
      <source>deleted a person</source>
      <translation>slettede en person</translation>
    </message>
    <message>
      <source>deleted a pickup group</source>
      <translation>slettede en besvargruppe</translation>
    </message>
    <message>
      <source>deleted a standard message</source>
      <translation>slettede en standardbesked</translation>
    </message>
    <message>
      <source>diverted a colleague's phone</source>
      <translation>viderestillede en kollegas telefon</translation>
    </message>
    <message>
      <source>ended a session</source>
      <translation>afsluttede en session</translation>
    </message>
    <message>
      <source>erased a person</source>
      <translation>slettede en persons data</translation>
    </message>
    <message>
      <source>exported a person's data</source>
      <translation>udlæste en persons data</translation>
    </message>
    <message>
      <source>failed to change the password</source>
      <translation>kunne ikke skifte adgangskode</translation>
    </message>
    <message>
      <source>fetched its settings</source>
      <translation>hentede sine indstillinger</translation>
    </message>
    <message>
      <source>gave a wrong password when asked again</source>
      <translation>gav en forkert adgangskode, da der blev spurgt igen</translation>
    </message>
    <message>
      <source>had a code sent</source>
      <translation>fik sendt en kode</translation>
    </message>
    <message>
      <source>let the calendar decide about a day</source>
      <translation>lod kalenderen bestemme over en dag</translation>
    </message>
    <message>
      <source>lifted a block</source>
      <translation>ophævede en spærring</translation>
    </message>
    <message>
      <source>locked a mailbox by wrong PINs</source>
      <translation>låste en postkasse med forkerte pinkoder</translation>
    </message>
    <message>
      <source>logged a member in</source>
      <translation>loggede et medlem ind</translation>
    </message>
    <message>
      <source>logged a member out</source>
      <translation>loggede et medlem ud</translation>
    </message>
    <message>
      <source>made a day a closing day</source>
      <translation>gjorde en dag til lukkedag</translation>
    </message>
    <message>
      <source>made a day a working day</source>
      <translation>gjorde en dag til arbejdsdag</translation>
    </message>
    <message>
      <source>made an address for a phone's settings</source>
      <translation>lavede en adresse til en telefons indstillinger</translation>
    </message>
    <message>
      <source>made the company</source>
      <translation>oprettede firmaet</translation>
    </message>
    <message>
      <source>opened a colleague's phone</source>
      <translation>åbnede en kollegas telefon</translation>
    </message>
    <message>
      <source>removed a device</source>
      <translation>fjernede en enhed</translation>
    </message>
    <message>
      <source>removed a mailbox PIN</source>
      <translation>fjernede en pinkode til postkassen</translation>
    </message>
    <message>
      <source>removed a person's calendar</source>
      <translation>fjernede en persons kalender</translation>
    </message>
    <message>
      <source>removed a picture</source>
      <translation>fjernede et billede</translation>
    </message>
    <message>
      <source>removed a recording of the company</source>
      <translation>fjernede en af firmaets optagelser</translation>
    </message>
    <message>
      <source>reset a password</source>
      <translation>nulstillede en adgangskode</translation>
    </message>
    <message>
      <source>saw SIP settings</source>
      <translation>så SIP-oplysninger</translation>
    </message>
    <message>
      <source>set a mailbox PIN</source>
      <translation>satte en pinkode til postkassen</translation>
    </message>
    <message>
      <source>set a person's calendar</source>
      <translation>satte en persons kalender op</translation>
    </message>
    <message>
      <source>sign-in failed</source>
      <translation>login mislykkedes</translation>
    </message>
    <message>
      <source>signed in</source>
      <translation>loggede ind</translation>
    </message>
    <message>
      <source>tried a connection</source>
      <translation>prøvede en forbindelse</translation>
    </message>
    <message>
      <source>was refused a phone's settings</source>
      <translation>blev nægtet en telefons indstillinger</translation>
    </message>
  </context>
  <context>
    <name>Calls</name>
    <message>
      <source>A step that this version doesn't know</source>
      <translation>Et trin, som denne version ikke kender</translation>
    </message>
    <message>
      <source>All</source>
      <translation>Alle</translation>
    </message>
    <message>
      <source>All days</source>
      <translation>Alle dage</translation>
    </message>
    <message>
      <source>All lines were busy for {number}</source>
      <translation>Alle linjer var optaget til {number}</translation>
    </message>
    <message>
      <source>Answered by {name}</source>
      <translation>Besvaret af {name}</translation>
    </message>
    <message>
      <source>Busy</source>
      <translation>Optaget</translation>
    </message>
    <message>
      <source>Call</source>
      <translation>Ring op</translation>
    </message>
    <message>
      <source>Call back</source>
      <translation>Ring tilbage</translation>
    </message>
    <message>
      <source>Called again and got through</source>
      <translation>Ringede selv igen</translation>
    </message>
    <message>
      <source>Called, nobody answered</source>
      <translation>Ringede, ingen svarede</translation>
    </message>
    <message>
      <source>Calls</source>
      <translation>Opkald</translation>
    </message>
    <message>
      <source>Calls without a number are not let in</source>
      <translation>Opkald med hemmeligt nummer lukkes ikke ind</translation>
    </message>
    <message>
      <source>Close the details</source>
      <translation>Luk detaljer</translation>
    </message>
    <message>
      <source>Copied</source>
      <translation>Kopieret</translation>
    </message>
    <message>
      <source>Copy for support</source>
      <translation>Kopiér til support</translation>
    </message>
    <message>
      <source>Copy the number</source>
      <translation>Kopiér nummeret</translation>
    </message>
    <message>
      <source>Date</source>
      <translation>Dato</translation>
    </message>
    <message>
      <source>Days</source>
      <translation>Dage</translation>
    </message>
    <message>
      <source>Details</source>
      <translation>Detaljer</translation>
    </message>
    <message>
      <source>Done</source>
      <translation>Klaret</translation>
    </message>
    <message>
      <source>Done {time}</source>
      <translation>Klaret {time}</translation>
    </message>
    <message>
      <source>Duration</source>
      <translation>Varighed</translation>
    </message>
    <message>
      <source>Emergency call</source>
      <translation>Nødopkald</translation>
    </message>
    <message>
      <source>Export</source>
      <translation>Eksportér</translation>
    </message>
    <message>
      <source>Export as CSV</source>
      <translation>Eksportér som CSV</translation>
    </message>
    <message>
      <source>Export calls</source>
      <translation>Eksportér samtaler</translation>
    </message>
    <message>
      <source>Fell open again by itself</source>
      <translation>Blev åben igen af sig selv</translation>
    </message>
    <message>
      <source>Filter</source>
      <translation>Filtrér</translation>
    </message>
    <message>
      <source>Give it back</source>
      <translation>Giv den fri</translation>
    </message>
    <message>
      <source>Given up</source>
      <translation>Opgivet</translation>
    </message>
    <message>
      <source>In</source>
      <translation>Ind</translation>
    </message>
    <message>
      <source>In hand</source>
      <translation>I gang</translation>
    </message>
    <message>
      <source>Incoming</source>
      <translation>Indgående</translation>
    </message>
    <message>
      <source>It looped back to {name} and was stopped</source>
      <translation>Det kom tilbage til {name} og blev stoppet</translation>
    </message>
    <message>
      <source>I’ll take it</source>
      <translation>Jeg tager den</translation>
    </message>
    <message>
      <source>Kind</source>
      <translation>Type</translation>
    </message>
    <message>
      <source>Last 30 days</source>
      <translation>Sidste 30 dage</translation>
    </message>
    <message>
      <source>Last 7 days</source>
      <translation>Sidste 7 dage</translation>
    </message>
    <message>
      <source>Left a voicemail</source>
      <translation>Lagde en besked</translation>
    </message>
    <message>
      <source>Listen to the voicemail</source>
      <translation>Lyt til telefonbeskeden</translation>
    </message>
    <message>
      <source>Look up the number</source>
      <translation>Slå nummeret op</translation>
    </message>
    <message>
      <source>Memo</source>
      <translation>Notat</translation>
    </message>
    <message>
      <source>Missed</source>
      <translation>Ubesvarede</translation>
    </message>
    <message>
      <source>Name</source>
      <translation>Navn</translation>
    </message>
    <message>
      <source>No call matches</source>
      <translation>Ingen opkald matcher</translation>
    </message>
    <message>
      <source>No calls yet</source>
      <translation>Ingen opkald endnu</translation>
    </message>
    <message>
      <source>No line to the outside for {number}</source>
      <translation>Ingen linje ud af huset til {number}</translation>
    </message>
    <message>
      <source>No line to the outside worked for {number}</source>
      <translation>Ingen linje ud virkede til {number}</translation>
    </message>
    <message>
      <source>No missed calls – well done</source>
      <translation>Ingen ubesvarede opkald – godt gået</translation>
    </message>
    <message>
      <source>No such calls</source>
      <translation>Ingen opkald af den slags</translation>
    </message>
    <message>
      <source>No such number</source>
      <translation>Intet sådant nummer</translation>
    </message>
    <message>
      <source>Nobody has {number}</source>
      <translation>Ingen har {number}</translation>
    </message>
    <message>
      <source>Nobody waits – well done</source>
      <translation>Ingen venter – godt gået</translation>
    </message>
    <message>
      <source>Not answered</source>
      <translation>Ubesvaret</translation>
    </message>
    <message>
      <source>Not connected</source>
      <translation>Ingen forbindelse</translation>
    </message>
    <message>
      <source>Number</source>
      <translation>Nummer</translation>
    </message>
    <message>
      <source>On call: {name}</source>
      <translation>Vagten: {name}</translation>
    </message>
    <message>
      <source>Open</source>
      <translation>Åben</translation>
    </message>
    <message>
      <source>Open again</source>
      <translation>Åbn igen</translation>
    </message>
    <message>
      <source>Open calls</source>
      <translation>Åbne</translation>
    </message>
    <message>
      <source>Out</source>
      <translation>Ud</translation>
    </message>
    <message>
      <source>Out to {number}</source>
      <translation>Ud af huset til {number}</translation>
    </message>
    <message>
      <source>Out to {number} over {line}</source>
      <translation>Ud til {number} over {line}</translation>
    </message>
    <message>
      <source>Outcome</source>
      <translation>Udfald</translation>
    </message>
    <message>
      <source>Outgoing</source>
      <translation>Udgående</translation>
    </message>
    <message>
      <source>Picked up by {name}</source>
      <translation>Opkaldet blev taget af {name}</translation>
    </message>
    <message>
      <source>Rang at the group {name}</source>
      <translation>Ringede hos gruppen {name}</translation>
    </message>
    <message>
      <source>Rang at {name}</source>
      <translation>Ringede hos {name}</translation>
    </message>
    <message>
      <source>Rejected</source>
      <translation>Afvist</translation>
    </message>
    <message>
      <source>Save</source>
      <translation>Gem</translation>
    </message>
    <message>
      <source>Search calls by name or number</source>
      <translation>Søg i opkald på navn eller nummer</translation>
    </message>
    <message>
      <source>Select</source>
      <translation>Vælg</translation>
    </message>
    <message>
      <source>Sent on by {name}</source>
      <translation>Sendt videre af {name}</translation>
    </message>
    <message>
      <source>Shared</source>
      <translation>Fælles</translation>
    </message>
    <message>
      <source>Shared missed calls</source>
      <translation>Fælles ubesvarede opkald</translation>
    </message>
    <message>
      <source>Something that this version doesn't know</source>
      <translation>Noget, som denne version ikke kender</translation>
    </message>
    <message>
      <source>Table (*.csv)</source>
      <translation>Tabel (*.csv)</translation>
    </message>
    <message>
      <source>Take / give back</source>
      <translation>Tag / giv fri</translation>
    </message>
    <message>
      <source>The caller chose {language}</source>
      <translation>Den, der ringede, valgte {language}</translation>
    </message>
    <message>
      <source>The connection to {name}'s phone was lost</source>
      <translation>Forbindelsen til telefonen hos {name} blev afbrudt</translation>
    </message>
    <message>
      <source>The file couldn't be written there.</source>
      <translation>Filen kunne ikke skrives dér.</translation>
    </message>
    <message>
      <source>The group {name} was closed</source>
      <translation>Gruppen {name} havde lukket</translation>
    </message>
    <message>
      <source>The number is blocked</source>
      <translation>Nummeret er spærret</translation>
    </message>
    <message>
      <source>The older calls couldn't be fetched, so nothing was exported.</source>
      <translation>De ældre samtaler kunne ikke hentes, så intet blev eksporteret.</translation>
    </message>
    <message>
      <source>The telephone system had too much to do and refused the call</source>
      <translation>Telefonsystemet havde for travlt og afviste opkaldet</translation>
    </message>
    <message>
      <source>Time</source>
      <translation>Tid</translation>
    </message>
    <message>
      <source>To {name}'s mailbox</source>
      <translation>Til {name}s postkasse</translation>
    </message>
    <message>
      <source>Today</source>
      <translation>I dag</translation>
    </message>
    <message>
      <source>Too many calls within an hour for {number}</source>
      <translation>For mange opkald inden for en time til {number}</translation>
    </message>
    <message>
      <source>Transferred by {name}</source>
      <translation>Omstillet af {name}</translation>
    </message>
    <message>
      <source>Unknown direction</source>
      <translation>Ukendt retning</translation>
    </message>
    <message>
      <source>Unknown number</source>
      <translation>Ukendt nummer</translation>
    </message>
    <message>
      <source>Voicemail</source>
      <translation>Voicemail</translation>
    </message>
    <message>
      <source>Which calls</source>
      <translation>Hvilke opkald</translation>
    </message>
    <message>
      <source>Who did what</source>
      <translation>Hvem gjorde hvad</translation>
    </message>
    <message>
      <source>Why did the call go there?</source>
      <translation>Hvorfor gik opkaldet derhen?</translation>
    </message>
    <message>
      <source>Withheld number</source>
      <translation>Hemmeligt nummer</translation>
    </message>
    <message>
      <source>Yesterday</source>
      <translation>I går</translation>
    </message>
    <message>
      <source>You are calling back</source>
      <translation>Du ringer tilbage</translation>
    </message>
    <message>
      <source>by {name}</source>
      <translation>af {name}</translation>
    </message>
    <message>
      <source>diverted by {name}</source>
      <translation>viderestillet af {name}</translation>
    </message>
    <message>
      <source>since {time}</source>
      <translation>siden {time}</translation>
    </message>
    <message>
      <source>{name} called</source>
      <translation>{name} ringede</translation>
    </message>
    <message>
      <source>{name} could not be reached</source>
      <translation>{name} kunne ikke nås</translation>
    </message>
    <message>
      <source>{name} did not answer</source>
      <translation>{name} svarede ikke</translation>
    </message>
    <message>
      <source>{name} gave it back</source>
      <translation>{name} gav den fri</translation>
    </message>
    <message>
      <source>{name} got through</source>
      <translation>{name} kom igennem</translation>
    </message>
    <message>
      <source>{name} had diverted</source>
      <translation>{name} havde viderestillet</translation>
    </message>
    <message>
      <source>{name} has no phone connected</source>
      <translation>{name} har ingen telefon tilsluttet</translation>
    </message>
    <message>
      <source>{name} is calling back</source>
      <translation>{name} ringer tilbage</translation>
    </message>
    <message>
      <source>{name} lets colleagues through</source>
      <translation>{name} lader kolleger komme igennem</translation>
    </message>
    <message>
      <source>{name} lets favourites through</source>
      <translation>{name} lader favoritter komme igennem</translation>
    </message>
    <message>
      <source>{name} lets the numbers of a list through</source>
      <translation>{name} lader numre på en liste komme igennem</translation>
    </message>
    <message>
      <source>{name} lets through who calls again within 3 minutes</source>
      <translation>{name} lader den, der ringer igen inden 3 minutter, komme igennem</translation>
    </message>
    <message>
      <source>{name} opened it again</source>
      <translation>{name} åbnede den igen</translation>
    </message>
    <message>
      <source>{name} said that it is done</source>
      <translation>{name} har klaret den</translation>
    </message>
    <message>
      <source>{name} took it</source>
      <translation>{name} tog den</translation>
    </message>
    <message>
      <source>{name} was busy</source>
      <translation>{name} var optaget</translation>
    </message>
    <message>
      <source>{name} was closed</source>
      <translation>{name} havde lukket</translation>
    </message>
    <message>
      <source>{name} was closed for a holiday</source>
      <translation>{name} havde lukket på en helligdag</translation>
    </message>
    <message>
      <source>{name} was open</source>
      <translation>{name} havde åbent</translation>
    </message>
    <message>
      <source>{name} wrote the memo</source>
      <translation>{name} skrev notatet</translation>
    </message>
    <message>
      <source>{name}'s number is closed</source>
      <translation>{name}s nummer er lukket</translation>
    </message>
    <message>
      <source>{number} is a premium number, which may not be called</source>
      <translation>{number} er et overtakseret nummer, der ikke må ringes til</translation>
    </message>
    <message>
      <source>{number} is in a country that may not be called</source>
      <translation>{number} er i et land, der ikke må ringes til</translation>
    </message>
    <message>
      <source>{number} was dialled</source>
      <translation>Der blev ringet til {number}</translation>
    </message>
    <message>
      <source>{step}: the provider answered “{said}”</source>
      <translation>{step}: udbyderen svarede »{said}«</translation>
    </message>
  </context>
  <context>
    <name>Colleagues</name>
    <message numerus="yes">
      <source>%n found</source>
      <translation>
        <numerusform>%n fundet</numerusform>
        <numerusform>%n fundet</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n free</source>
      <translation>
        <numerusform>%n ledig</numerusform>
        <numerusform>%n ledige</numerusform>
      </translation>
    </message>
    <message>
      <source>All</source>
      <translation>Alle</translation>
    </message>
    <message>
      <source>All colleagues</source>
      <translation>Alle kolleger</translation>
    </message>
    <message>
      <source>At work again {when}</source>
      <translation>På arbejde igen {when}</translation>
    </message>
    <message>
      <source>Call</source>
      <translation>Ring op</translation>
    </message>
    <message>
      <source>Call number</source>
      <translation>Ring til nummer</translation>
    </message>
    <message>
      <source>Call the mobile</source>
      <translation>Ring til mobil</translation>
    </message>
    <message>
      <source>Call waits</source>
      <translation>Opkald venter</translation>
    </message>
    <message>
      <source>Call when both are free</source>
      <translation>Ring op, når begge er ledige</translation>
    </message>
    <message>
      <source>Call: {kind}</source>
      <translation>Ring: {kind}</translation>
    </message>
    <message>
      <source>Calls when you are both free</source>
      <translation>Ringer, når I begge er ledige</translation>
    </message>
    <message>
      <source>Clear the search</source>
      <translation>Ryd søgning</translation>
    </message>
    <message>
      <source>Colleagues</source>
      <translation>Kolleger</translation>
    </message>
    <message>
      <source>Copy</source>
      <translation>Kopiér</translation>
    </message>
    <message>
      <source>Copy the number</source>
      <translation>Kopiér nummeret</translation>
    </message>
    <message>
      <source>Create a contact</source>
      <translation>Opret som kontakt</translation>
    </message>
    <message>
      <source>Details</source>
      <translation>Detaljer</translation>
    </message>
    <message>
      <source>Divert my phone to here</source>
      <translation>Viderestil hertil</translation>
    </message>
    <message>
      <source>Divert to here</source>
      <translation>Viderestil hertil</translation>
    </message>
    <message>
      <source>Don't call when both are free</source>
      <translation>Ring ikke op, når begge er ledige</translation>
    </message>
    <message>
      <source>Don't tell me when free</source>
      <translation>Sig ikke til, når ledig</translation>
    </message>
    <message>
      <source>Everybody</source>
      <translation>Alle</translation>
    </message>
    <message>
      <source>External contacts</source>
      <translation>Eksterne kontakter</translation>
    </message>
    <message>
      <source>External number · rings your phone first</source>
      <translation>Eksternt nummer · ringer først på din telefon</translation>
    </message>
    <message>
      <source>Favourite</source>
      <translation>Favorit</translation>
    </message>
    <message>
      <source>Favourites</source>
      <translation>Favoritter</translation>
    </message>
    <message>
      <source>Fetching colleagues …</source>
      <translation>Henter kolleger …</translation>
    </message>
    <message>
      <source>Free now</source>
      <translation>Ledige nu</translation>
    </message>
    <message>
      <source>Free now – lift the receiver</source>
      <translation>Ledig nu – løft røret</translation>
    </message>
    <message>
      <source>In a meeting {until}</source>
      <translation>Til møde {until}</translation>
    </message>
    <message>
      <source>Internal users</source>
      <translation>Interne brugere</translation>
    </message>
    <message>
      <source>Last seen {ago}</source>
      <translation>Sidst set {ago}</translation>
    </message>
    <message>
      <source>Letters {first} to {last}</source>
      <translation>Bogstaverne {first} til {last}</translation>
    </message>
    <message>
      <source>Lift the receiver</source>
      <translation>Løft røret</translation>
    </message>
    <message>
      <source>List</source>
      <translation>Liste</translation>
    </message>
    <message>
      <source>List, tiles or day board</source>
      <translation>Liste, tavle eller dag</translation>
    </message>
    <message>
      <source>Local number · rings your phone first</source>
      <translation>Lokalnummer · ringer først på din telefon</translation>
    </message>
    <message>
      <source>Message</source>
      <translation>Besked</translation>
    </message>
    <message>
      <source>Missed {when}</source>
      <translation>Ubesvaret {when}</translation>
    </message>
    <message>
      <source>My department</source>
      <translation>Min afdeling</translation>
    </message>
    <message>
      <source>Next step</source>
      <translation>Udfør</translation>
    </message>
    <message>
      <source>No colleague is called “{query}”</source>
      <translation>Ingen kolleger hedder »{query}«</translation>
    </message>
    <message>
      <source>No shared contact is called “{query}”</source>
      <translation>Ingen fælles kontakt hedder »{query}«</translation>
    </message>
    <message>
      <source>Nobody is called “{query}”</source>
      <translation>Ingen hedder »{query}«</translation>
    </message>
    <message>
      <source>Nothing found</source>
      <translation>Intet fundet</translation>
    </message>
    <message>
      <source>Page</source>
      <translation>Side</translation>
    </message>
    <message>
      <source>Pick up</source>
      <translation>Tag opkaldet</translation>
    </message>
    <message>
      <source>Recent calls</source>
      <translation>Seneste opkald</translation>
    </message>
    <message>
      <source>Remove from favourites</source>
      <translation>Fjern fra favoritter</translation>
    </message>
    <message>
      <source>Scroll by the letters on the right</source>
      <translation>Rul med bogstaverne i højre side</translation>
    </message>
    <message>
      <source>Search among</source>
      <translation>Søg blandt</translation>
    </message>
    <message>
      <source>Search among: {whom}</source>
      <translation>Søg blandt: {whom}</translation>
    </message>
    <message>
      <source>Search the phonebook</source>
      <translation>Søg i Telefonbog</translation>
    </message>
    <message>
      <source>Select</source>
      <translation>Vælg</translation>
    </message>
    <message>
      <source>Show in the phonebook</source>
      <translation>Vis i telefonbogen</translation>
    </message>
    <message>
      <source>Spoken {when}</source>
      <translation>Samtale {when}</translation>
    </message>
    <message>
      <source>Tell me when free</source>
      <translation>Sig til, når ledig</translation>
    </message>
    <message>
      <source>Tiles</source>
      <translation>Fliser</translation>
    </message>
    <message>
      <source>Tiles by department</source>
      <translation>Fliser efter afdeling</translation>
    </message>
    <message>
      <source>Today</source>
      <translation>I dag</translation>
    </message>
    <message>
      <source>Top and bottom</source>
      <translation>Top og bund</translation>
    </message>
    <message>
      <source>Try fewer letters, a local number or a department.</source>
      <translation>Prøv færre bogstaver, et lokalnummer eller en afdeling.</translation>
    </message>
    <message>
      <source>Type digits to call a number with Enter.</source>
      <translation>Skriver du cifre, kan du ringe direkte med Enter.</translation>
    </message>
    <message>
      <source>Undo</source>
      <translation>Fortryd</translation>
    </message>
    <message>
      <source>Without a department</source>
      <translation>Uden afdeling</translation>
    </message>
    <message>
      <source>Write an e-mail</source>
      <translation>Skriv en e-mail</translation>
    </message>
    <message>
      <source>You are told when free</source>
      <translation>Du får besked, når ledig</translation>
    </message>
    <message>
      <source>Your own contacts are found in the phonebook.</source>
      <translation>Dine egne kontakter findes i telefonbogen.</translation>
    </message>
    <message>
      <source>external contact</source>
      <translation>ekstern kontakt</translation>
    </message>
    <message>
      <source>favourite</source>
      <translation>favorit</translation>
    </message>
    <message>
      <source>local {number}</source>
      <translation>lokalnummer {number}</translation>
    </message>
    <message>
      <source>{place} of {all}</source>
      <translation>{place} af {all}</translation>
    </message>
  </context>
  <context>
    <name>Commands</name>
    <message>
      <source>A link can't dial codes with * or #.</source>
      <translation>Et link kan ikke ringe til koder med * eller #.</translation>
    </message>
    <message>
      <source>All keys</source>
      <translation>Alle taster</translation>
    </message>
    <message>
      <source>Call selected number</source>
      <translation>Ring til markeret nummer</translation>
    </message>
    <message>
      <source>Command palette</source>
      <translation>Kommandopalet</translation>
    </message>
    <message>
      <source>Emergency calls are confirmed on the screen.</source>
      <translation>Nødopkald bekræftes på skærmen.</translation>
    </message>
    <message>
      <source>Log in to {group}</source>
      <translation>Log ind i {group}</translation>
    </message>
    <message>
      <source>Log out of {group}</source>
      <translation>Log ud af {group}</translation>
    </message>
    <message>
      <source>Not connected</source>
      <translation>Ikke forbundet</translation>
    </message>
    <message>
      <source>Not connected; this is how it was.</source>
      <translation>Ingen forbindelse; sådan så det ud sidst.</translation>
    </message>
    <message>
      <source>Not signed in.</source>
      <translation>Ikke logget ind.</translation>
    </message>
    <message>
      <source>Open the phone</source>
      <translation>Åbn telefonen</translation>
    </message>
    <message>
      <source>Quit</source>
      <translation>Afslut</translation>
    </message>
    <message>
      <source>Show OnePresence</source>
      <translation>Vis OnePresence</translation>
    </message>
    <message>
      <source>Sign out</source>
      <translation>Log ud</translation>
    </message>
    <message>
      <source>That message isn't there any more.</source>
      <translation>Den besked findes ikke længere.</translation>
    </message>
    <message>
      <source>There are several numbers in that.</source>
      <translation>Der er flere numre i det.</translation>
    </message>
    <message>
      <source>There is no command {name}. “onepresence commands” lists them.</source>
      <translation>Der er ingen kommando {name}. »onepresence commands« viser dem alle.</translation>
    </message>
    <message>
      <source>There is no number in that link.</source>
      <translation>Der er intet nummer i det link.</translation>
    </message>
    <message>
      <source>There is no quick diversion {name}. There are: {names}</source>
      <translation>Der er ingen hurtig viderestilling, der hedder {name}. Der er: {names}</translation>
    </message>
    <message>
      <source>Turn off Do not disturb</source>
      <translation>Slå Forstyr ikke fra</translation>
    </message>
    <message>
      <source>Write a message</source>
      <translation>Skriv en besked</translation>
    </message>
    <message>
      <source>Your phone is open already</source>
      <translation>Din telefon er allerede åben</translation>
    </message>
  </context>
  <context>
    <name>Company</name>
    <message>
      <source>A new number answers as soon as it is saved</source>
      <translation>Et nyt nummer svarer, så snart det er gemt</translation>
    </message>
    <message>
      <source>Add</source>
      <translation>Tilføj</translation>
    </message>
    <message>
      <source>Add a key</source>
      <translation>Tilføj tast</translation>
    </message>
    <message>
      <source>As usual</source>
      <translation>Som normalt</translation>
    </message>
    <message>
      <source>Block a number</source>
      <translation>Spær et nummer</translation>
    </message>
    <message>
      <source>Blocked callers</source>
      <translation>Spærrede numre</translation>
    </message>
    <message>
      <source>Calls now → {way}</source>
      <translation>Opkald nu → {way}</translation>
    </message>
    <message>
      <source>Calls to {number} then reach nobody.</source>
      <translation>Opkald til {number} når så ingen.</translation>
    </message>
    <message>
      <source>Choose a sound file instead: {what}</source>
      <translation>Vælg en lydfil i stedet: {what}</translation>
    </message>
    <message>
      <source>Closed</source>
      <translation>Lukket</translation>
    </message>
    <message>
      <source>Closed now</source>
      <translation>Lukket nu</translation>
    </message>
    <message>
      <source>Closed on these days</source>
      <translation>Lukket på disse dage</translation>
    </message>
    <message>
      <source>Closed on {day}</source>
      <translation>Lukket {day}</translation>
    </message>
    <message>
      <source>Closed today: holiday</source>
      <translation>Lukket i dag: helligdag</translation>
    </message>
    <message>
      <source>Company number</source>
      <translation>Firmanummer</translation>
    </message>
    <message>
      <source>Day, as 24.12</source>
      <translation>Dag, som 24.12</translation>
    </message>
    <message>
      <source>Delete the number</source>
      <translation>Slet nummeret</translation>
    </message>
    <message>
      <source>Delete the recording: {what}</source>
      <translation>Slet optagelsen: {what}</translation>
    </message>
    <message>
      <source>Delete this menu</source>
      <translation>Slet menuen</translation>
    </message>
    <message>
      <source>Delete {number}</source>
      <translation>Slet {number}</translation>
    </message>
    <message>
      <source>First menu</source>
      <translation>Første menu</translation>
    </message>
    <message>
      <source>Give the day a name.</source>
      <translation>Giv dagen et navn.</translation>
    </message>
    <message>
      <source>Greeting</source>
      <translation>Velkomst</translation>
    </message>
    <message>
      <source>Holidays and closing days</source>
      <translation>Helligdage og lukkedage</translation>
    </message>
    <message>
      <source>Key</source>
      <translation>Tast</translation>
    </message>
    <message>
      <source>Language</source>
      <translation>Sprog</translation>
    </message>
    <message>
      <source>Language of the texts</source>
      <translation>Teksternes sprog</translation>
    </message>
    <message>
      <source>Languages</source>
      <translation>Sprog</translation>
    </message>
    <message>
      <source>Leads to</source>
      <translation>Fører til</translation>
    </message>
    <message>
      <source>Let {name} in again</source>
      <translation>Ophæv spærringen af {name}</translation>
    </message>
    <message>
      <source>Listen: {what}</source>
      <translation>Lyt: {what}</translation>
    </message>
    <message>
      <source>Menu</source>
      <translation>Menu</translation>
    </message>
    <message>
      <source>Menu (none: it rings at once)</source>
      <translation>Menu (ingen: det ringer med det samme)</translation>
    </message>
    <message>
      <source>Menu {n}</source>
      <translation>Menu {n}</translation>
    </message>
    <message>
      <source>Message</source>
      <translation>Besked</translation>
    </message>
    <message>
      <source>Name</source>
      <translation>Navn</translation>
    </message>
    <message>
      <source>Name of the day</source>
      <translation>Dagens navn</translation>
    </message>
    <message>
      <source>Name of the menu</source>
      <translation>Menuens navn</translation>
    </message>
    <message>
      <source>Name or number</source>
      <translation>Navn eller nummer</translation>
    </message>
    <message>
      <source>New menu</source>
      <translation>Ny menu</translation>
    </message>
    <message>
      <source>New number</source>
      <translation>Nyt nummer</translation>
    </message>
    <message>
      <source>No number of the company's own yet: fill in the first one</source>
      <translation>Intet firmanummer endnu: udfyld det første</translation>
    </message>
    <message>
      <source>Number</source>
      <translation>Nummer</translation>
    </message>
    <message>
      <source>Number from outside</source>
      <translation>Nummer udefra</translation>
    </message>
    <message>
      <source>On holidays</source>
      <translation>På helligdage</translation>
    </message>
    <message>
      <source>On holidays (empty: as when closed)</source>
      <translation>På helligdage (tomt: som når der er lukket)</translation>
    </message>
    <message>
      <source>Open now</source>
      <translation>Åbent nu</translation>
    </message>
    <message>
      <source>Opening hours</source>
      <translation>Åbningstid</translation>
    </message>
    <message>
      <source>Opening hours (none: always open)</source>
      <translation>Åbningstid (ingen: altid åbent)</translation>
    </message>
    <message>
      <source>Recorded ({length}): heard instead of the text</source>
      <translation>Indtalt ({length}): høres i stedet for teksten</translation>
    </message>
    <message>
      <source>Refuse callers without a number</source>
      <translation>Afvis opkald uden nummer</translation>
    </message>
    <message>
      <source>Said before it rings</source>
      <translation>Siges, før det ringer</translation>
    </message>
    <message numerus="yes">
      <source>Show %n more</source>
      <translation>
        <numerusform>Vis %n mere</numerusform>
        <numerusform>Vis %n mere</numerusform>
      </translation>
    </message>
    <message>
      <source>Sound file for callers</source>
      <translation>Lydfil til dem, der ringer</translation>
    </message>
    <message>
      <source>Spoken:</source>
      <translation>Taler:</translation>
    </message>
    <message>
      <source>Take the key away</source>
      <translation>Fjern tasten</translation>
    </message>
    <message>
      <source>Take {day} away</source>
      <translation>Fjern {day}</translation>
    </message>
    <message>
      <source>Then to: name or number (empty: the call ends)</source>
      <translation>Så til: navn eller nummer (tomt: opkaldet slutter)</translation>
    </message>
    <message>
      <source>Unknown</source>
      <translation>Ukendt</translation>
    </message>
    <message>
      <source>What is said</source>
      <translation>Hvad der siges</translation>
    </message>
    <message>
      <source>What is said, in</source>
      <translation>Tekster på</translation>
    </message>
    <message>
      <source>What the menu says</source>
      <translation>Hvad menuen siger</translation>
    </message>
    <message>
      <source>When closed</source>
      <translation>Når der er lukket</translation>
    </message>
    <message>
      <source>When nobody answers</source>
      <translation>Når ingen svarer</translation>
    </message>
    <message>
      <source>Which language</source>
      <translation>Hvilket sprog</translation>
    </message>
    <message>
      <source>Which menu</source>
      <translation>Hvilken menu</translation>
    </message>
    <message>
      <source>Who answers</source>
      <translation>Hvem svarer</translation>
    </message>
    <message>
      <source>Write the day as 24.12 or 24.12.2026.</source>
      <translation>Skriv dagen som 24.12 eller 24.12.2026.</translation>
    </message>
    <message>
      <source>greeting</source>
      <translation>velkomst</translation>
    </message>
    <message>
      <source>menu</source>
      <translation>menu</translation>
    </message>
    <message>
      <source>message</source>
      <translation>besked</translation>
    </message>
    <message>
      <source>the end</source>
      <translation>slut</translation>
    </message>
    <message>
      <source>{when}: then to</source>
      <translation>{when}: så til</translation>
    </message>
  </context>
  <context>
    <name>Connections</name>
    <message numerus="yes">
      <source>%n connection(s)</source>
      <translation>
        <numerusform>%n forbindelse</numerusform>
        <numerusform>%n forbindelser</numerusform>
      </translation>
    </message>
    <message>
      <source>A whole number up to 65535 is wanted.</source>
      <translation>Der skal stå et helt tal op til 65535.</translation>
    </message>
    <message>
      <source>Account</source>
      <translation>Konto</translation>
    </message>
    <message>
      <source>Address (URL)</source>
      <translation>Adresse (URL)</translation>
    </message>
    <message>
      <source>Address (URL) of each calendar</source>
      <translation>Hver kalenders adresse (URL)</translation>
    </message>
    <message>
      <source>An entry with one of these words becomes that absence, for everybody who has switched that on.</source>
      <translation>En aftale med et af disse ord bliver til det fravær for alle, der har slået det til.</translation>
    </message>
    <message>
      <source>Another server is told it, so type it again.</source>
      <translation>En anden server får den at vide, så tast den igen.</translation>
    </message>
    <message>
      <source>Answers go to</source>
      <translation>Svar går til</translation>
    </message>
    <message>
      <source>Application (client) ID</source>
      <translation>Program-id (klient)</translation>
    </message>
    <message>
      <source>Below this entry</source>
      <translation>Under denne post</translation>
    </message>
    <message>
      <source>Calendars (CalDAV)</source>
      <translation>Kalendere (CalDAV)</translation>
    </message>
    <message>
      <source>Calendars (Exchange Server)</source>
      <translation>Kalendere (Exchange Server)</translation>
    </message>
    <message>
      <source>Calendars (ICS addresses)</source>
      <translation>Kalendere (ICS-adresser)</translation>
    </message>
    <message>
      <source>Calendars (Microsoft 365)</source>
      <translation>Kalendere (Microsoft 365)</translation>
    </message>
    <message>
      <source>Client secret</source>
      <translation>Klienthemmelighed</translation>
    </message>
    <message>
      <source>Connections</source>
      <translation>Forbindelser</translation>
    </message>
    <message>
      <source>Delegated calendars</source>
      <translation>Delegerede kalendere</translation>
    </message>
    <message>
      <source>Delete the connection</source>
      <translation>Slet forbindelsen</translation>
    </message>
    <message>
      <source>Delete {name}</source>
      <translation>Slet {name}</translation>
    </message>
    <message>
      <source>Directory (CardDAV)</source>
      <translation>Firmakatalog (CardDAV)</translation>
    </message>
    <message>
      <source>Directory (LDAP, Active Directory)</source>
      <translation>Firmakatalog (LDAP, Active Directory)</translation>
    </message>
    <message>
      <source>Doesn't work since {time}</source>
      <translation>Virker ikke siden {time}</translation>
    </message>
    <message>
      <source>Encryption</source>
      <translation>Kryptering</translation>
    </message>
    <message>
      <source>Fields</source>
      <translation>Felter</translation>
    </message>
    <message>
      <source>Filter</source>
      <translation>Filter</translation>
    </message>
    <message>
      <source>Form</source>
      <translation>Formular</translation>
    </message>
    <message>
      <source>Graph address of another cloud</source>
      <translation>Graph-adresse i en anden sky</translation>
    </message>
    <message>
      <source>Headers</source>
      <translation>Headere</translation>
    </message>
    <message>
      <source>Impersonation</source>
      <translation>Repræsentation</translation>
    </message>
    <message>
      <source>In the address</source>
      <translation>I adressen</translation>
    </message>
    <message>
      <source>In use</source>
      <translation>I brug</translation>
    </message>
    <message>
      <source>It is needed.</source>
      <translation>Den skal udfyldes.</translation>
    </message>
    <message>
      <source>It is too long.</source>
      <translation>Det er for langt.</translation>
    </message>
    <message>
      <source>It isn't written as it should be.</source>
      <translation>Det er ikke skrevet, som det skal være.</translation>
    </message>
    <message>
      <source>It needs {email} or {user} for the person.</source>
      <translation>Der skal stå {email} eller {user} for personen.</translation>
    </message>
    <message>
      <source>It stands in the service's settings file, and is used until there is one here.</source>
      <translation>Den står i tjenestens indstillingsfil og bruges, indtil der er en her.</translation>
    </message>
    <message>
      <source>It works. The server says: {said}</source>
      <translation>Den virker. Serveren siger: {said}</translation>
    </message>
    <message>
      <source>Its yes holds (regular expression)</source>
      <translation>Dens ja indeholder (regulært udtryk)</translation>
    </message>
    <message>
      <source>Kind</source>
      <translation>Slags</translation>
    </message>
    <message>
      <source>Known anyway ({language}): {words}</source>
      <translation>Kendes i forvejen ({language}): {words}</translation>
    </message>
    <message>
      <source>Mail (SMTP)</source>
      <translation>Mail (SMTP)</translation>
    </message>
    <message>
      <source>Name</source>
      <translation>Navn</translation>
    </message>
    <message>
      <source>New connection</source>
      <translation>Ny forbindelse</translation>
    </message>
    <message>
      <source>No</source>
      <translation>Nej</translation>
    </message>
    <message>
      <source>No connection yet: nothing is mailed or texted</source>
      <translation>Ingen forbindelse endnu: intet sendes som mail eller SMS</translation>
    </message>
    <message>
      <source>None (this computer only)</source>
      <translation>Ingen (kun på denne computer)</translation>
    </message>
    <message>
      <source>Not in use</source>
      <translation>Ikke i brug</translation>
    </message>
    <message>
      <source>Not used yet</source>
      <translation>Ikke brugt endnu</translation>
    </message>
    <message>
      <source>Of several for one purpose the first that is in use counts.</source>
      <translation>Af flere til samme formål gælder den første, der er i brug.</translation>
    </message>
    <message>
      <source>Our address for delivery reports</source>
      <translation>Vores adresse til leveringskvitteringer</translation>
    </message>
    <message>
      <source>Password</source>
      <translation>Adgangskode</translation>
    </message>
    <message>
      <source>Port</source>
      <translation>Port</translation>
    </message>
    <message>
      <source>Read the calendar of (e-mail)</source>
      <translation>Læs kalenderen for (e-mail)</translation>
    </message>
    <message>
      <source>Read: {names}.</source>
      <translation>Læst: {names}.</translation>
    </message>
    <message>
      <source>SMS centre (SMPP)</source>
      <translation>SMS-central (SMPP)</translation>
    </message>
    <message>
      <source>SMS gateway (HTTP)</source>
      <translation>SMS-gateway (HTTP)</translation>
    </message>
    <message>
      <source>SMS gateway (Kannel)</source>
      <translation>SMS-gateway (Kannel)</translation>
    </message>
    <message>
      <source>Search connection</source>
      <translation>Søg forbindelse</translation>
    </message>
    <message>
      <source>Send a mail to</source>
      <translation>Send en mail til</translation>
    </message>
    <message>
      <source>Send an SMS to</source>
      <translation>Send en SMS til</translation>
    </message>
    <message>
      <source>Sender</source>
      <translation>Afsender</translation>
    </message>
    <message>
      <source>Sent. The server says: {said}</source>
      <translation>Sendt. Serveren siger: {said}</translation>
    </message>
    <message>
      <source>Server</source>
      <translation>Server</translation>
    </message>
    <message>
      <source>Sign-in address of another cloud</source>
      <translation>Log ind-adresse i en anden sky</translation>
    </message>
    <message>
      <source>Tenant (domain or ID)</source>
      <translation>Lejer (domæne eller id)</translation>
    </message>
    <message>
      <source>The account reads by</source>
      <translation>Kontoen læser ved</translation>
    </message>
    <message>
      <source>Try</source>
      <translation>Prøv</translation>
    </message>
    <message>
      <source>Try it</source>
      <translation>Prøv den</translation>
    </message>
    <message>
      <source>Way of asking</source>
      <translation>Måde at spørge på</translation>
    </message>
    <message>
      <source>What everybody sees besides the name</source>
      <translation>Hvad alle ser ud over navnet</translation>
    </message>
    <message>
      <source>Without encryption only on the service's own computer.</source>
      <translation>Uden kryptering kun på tjenestens egen computer.</translation>
    </message>
    <message>
      <source>Word list</source>
      <translation>Ordliste</translation>
    </message>
    <message>
      <source>Words in calendars</source>
      <translation>Ord i kalendere</translation>
    </message>
    <message>
      <source>Works</source>
      <translation>Virker</translation>
    </message>
    <message>
      <source>Yes</source>
      <translation>Ja</translation>
    </message>
    <message>
      <source>{name} isn't used any more, and its password is forgotten.</source>
      <translation>{name} bruges ikke længere, og dens adgangskode glemmes.</translation>
    </message>
    <message>
      <source>{sentence} It said: “{said}”</source>
      <translation>{sentence} Den sagde: »{said}«</translation>
    </message>
    <message>
      <source>•••••••• kept as it is</source>
      <translation>•••••••• beholdes, som den er</translation>
    </message>
  </context>
  <context>
    <name>DayBoard</name>
    <message>
      <source>Day</source>
      <translation>Dag</translation>
    </message>
    <message>
      <source>Day back</source>
      <translation>En dag tilbage</translation>
    </message>
    <message>
      <source>Day board</source>
      <translation>Dagsoversigt</translation>
    </message>
    <message>
      <source>Day on</source>
      <translation>En dag frem</translation>
    </message>
    <message>
      <source>Day or week</source>
      <translation>Dag eller uge</translation>
    </message>
    <message>
      <source>Diversion</source>
      <translation>Viderestilling</translation>
    </message>
    <message>
      <source>Meeting</source>
      <translation>Møde</translation>
    </message>
    <message>
      <source>Next back: {name} {time}</source>
      <translation>Næste tilbage: {name} {time}</translation>
    </message>
    <message>
      <source>On the phone</source>
      <translation>Optaget</translation>
    </message>
    <message>
      <source>Outside working hours</source>
      <translation>Uden for arbejdstid</translation>
    </message>
    <message>
      <source>Over</source>
      <translation>Overstået</translation>
    </message>
    <message>
      <source>Week</source>
      <translation>Uge</translation>
    </message>
    <message>
      <source>Week back</source>
      <translation>En uge tilbage</translation>
    </message>
    <message>
      <source>Week on</source>
      <translation>En uge frem</translation>
    </message>
    <message>
      <source>Week {number}</source>
      <translation>Uge {number}</translation>
    </message>
    <message>
      <source>Working from home</source>
      <translation>Hjemmearbejde</translation>
    </message>
    <message>
      <source>dddd d MMMM</source>
      <translation>dddd 'den' d. MMMM</translation>
    </message>
    <message>
      <source>from {time}</source>
      <translation>fra {time}</translation>
    </message>
    <message>
      <source>{what} {from} to {to}</source>
      <translation>{what} {from} til {to}</translation>
    </message>
  </context>
  <context>
    <name>Details</name>
    <message>
      <source>About</source>
      <translation>Om</translation>
    </message>
    <message>
      <source>Back to the list</source>
      <translation>Tilbage til listen</translation>
    </message>
    <message>
      <source>Calendar</source>
      <translation>Kalender</translation>
    </message>
    <message>
      <source>Call {address}</source>
      <translation>Ring til {address}</translation>
    </message>
    <message>
      <source>Calls go to</source>
      <translation>Opkald går til</translation>
    </message>
    <message>
      <source>Diversion</source>
      <translation>Viderestilling</translation>
    </message>
    <message>
      <source>Don't wait any longer</source>
      <translation>Vent ikke længere</translation>
    </message>
    <message>
      <source>E-mail</source>
      <translation>E-mail</translation>
    </message>
    <message>
      <source>For the reception</source>
      <translation>Til receptionen</translation>
    </message>
    <message>
      <source>Local number</source>
      <translation>Lokalnummer</translation>
    </message>
    <message>
      <source>Meeting {until}</source>
      <translation>Møde {until}</translation>
    </message>
    <message>
      <source>Mobile</source>
      <translation>Mobil</translation>
    </message>
    <message>
      <source>Note</source>
      <translation>Besked til kolleger</translation>
    </message>
    <message>
      <source>When both are free, {until}</source>
      <translation>Når begge er ledige, {until}</translation>
    </message>
    <message>
      <source>Write to {address}</source>
      <translation>Skriv til {address}</translation>
    </message>
    <message>
      <source>You are called</source>
      <translation>Du bliver ringet op</translation>
    </message>
  </context>
  <context>
    <name>Dial</name>
    <message numerus="yes">
      <source>%n number(s) found – whom do you want to call?</source>
      <translation>
        <numerusform>%n nummer fundet – hvem vil du ringe til?</numerusform>
        <numerusform>%n numre fundet – hvem vil du ringe til?</numerusform>
      </translation>
    </message>
    <message>
      <source>Call</source>
      <translation>Ring op</translation>
    </message>
    <message>
      <source>Call now</source>
      <translation>Ring nu</translation>
    </message>
    <message>
      <source>Call {number} – {name}?</source>
      <translation>Ring til {number} – {name}?</translation>
    </message>
    <message>
      <source>Call {number}?</source>
      <translation>Ring til {number}?</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>Annullér</translation>
    </message>
    <message>
      <source>Close</source>
      <translation>Luk</translation>
    </message>
    <message>
      <source>Emergency call to {number}?</source>
      <translation>Nødopkald til {number}?</translation>
    </message>
    <message>
      <source>From the desk phone</source>
      <translation>Fra bordtelefonen</translation>
    </message>
    <message>
      <source>From the mobile</source>
      <translation>Fra mobilen</translation>
    </message>
    <message>
      <source>From the softphone</source>
      <translation>Fra softphonen</translation>
    </message>
    <message>
      <source>Guessed from the text</source>
      <translation>Gættet ud fra teksten</translation>
    </message>
    <message>
      <source>No number in the selected text</source>
      <translation>Intet nummer i den markerede tekst</translation>
    </message>
    <message>
      <source>No number selected</source>
      <translation>Intet nummer markeret</translation>
    </message>
    <message>
      <source>Number</source>
      <translation>Nummer</translation>
    </message>
    <message>
      <source>The program with the selected text doesn't answer</source>
      <translation>Programmet med den markerede tekst svarer ikke</translation>
    </message>
    <message>
      <source>There is no number in that.</source>
      <translation>Der er intet nummer i det.</translation>
    </message>
    <message>
      <source>Type the number to call.</source>
      <translation>Skriv nummeret, du vil ringe til.</translation>
    </message>
  </context>
  <context>
    <name>Diversion</name>
    <message>
      <source>(back {time})</source>
      <translation>(tilbage {time})</translation>
    </message>
    <message>
      <source>1 h</source>
      <translation>1 t</translation>
    </message>
    <message>
      <source>2 h</source>
      <translation>2 t</translation>
    </message>
    <message>
      <source>A newer one counts</source>
      <translation>En nyere viderestilling gælder</translation>
    </message>
    <message>
      <source>Add a number to my list</source>
      <translation>Føj et nummer til min liste</translation>
    </message>
    <message>
      <source>Calls again in 3 min</source>
      <translation>Ringer igen inden 3 min</translation>
    </message>
    <message>
      <source>Calls can't go to {at}</source>
      <translation>Opkald kan ikke gå til {at}</translation>
    </message>
    <message>
      <source>Calls from {when}</source>
      <translation>Opkald fra {when}</translation>
    </message>
    <message>
      <source>Calls now</source>
      <translation>Opkald nu</translation>
    </message>
    <message>
      <source>Calls would loop back to {at}</source>
      <translation>Opkald ville gå i ring og ende hos {at} igen</translation>
    </message>
    <message>
      <source>Change something above to set another one.</source>
      <translation>Ret noget ovenfor for at sætte en ny.</translation>
    </message>
    <message>
      <source>Change {what}</source>
      <translation>Redigér {what}</translation>
    </message>
    <message>
      <source>Changed: {what}</source>
      <translation>Ændret: {what}</translation>
    </message>
    <message>
      <source>Choose who</source>
      <translation>Vælg hvem</translation>
    </message>
    <message>
      <source>Choose who calls should go to.</source>
      <translation>Vælg, hvor opkald skal gå hen.</translation>
    </message>
    <message>
      <source>Colleague</source>
      <translation>Kollega</translation>
    </message>
    <message>
      <source>Colleagues</source>
      <translation>Kolleger</translation>
    </message>
    <message>
      <source>Colleagues see: {words}</source>
      <translation>Kollegerne ser: {words}</translation>
    </message>
    <message>
      <source>Colleagues: {where}</source>
      <translation>Kolleger: {where}</translation>
    </message>
    <message>
      <source>Current</source>
      <translation>Aktuel</translation>
    </message>
    <message>
      <source>Discard the change</source>
      <translation>Fortryd ændringen</translation>
    </message>
    <message>
      <source>Divert</source>
      <translation>Viderestil</translation>
    </message>
    <message>
      <source>Divert my phone</source>
      <translation>Viderestil min telefon</translation>
    </message>
    <message>
      <source>Diverted: {what}</source>
      <translation>Viderestillet: {what}</translation>
    </message>
    <message>
      <source>Diverting to an external number is charged as a call from you.</source>
      <translation>Viderestilling til et eksternt nummer takseres som et opkald fra dig.</translation>
    </message>
    <message>
      <source>End {what}</source>
      <translation>Afslut {what}</translation>
    </message>
    <message>
      <source>External</source>
      <translation>Eksternt</translation>
    </message>
    <message>
      <source>Favourites</source>
      <translation>Favoritter</translation>
    </message>
    <message>
      <source>From</source>
      <translation>Fra</translation>
    </message>
    <message>
      <source>Give the quick diversion a name.</source>
      <translation>Giv den hurtige viderestilling et navn.</translation>
    </message>
    <message>
      <source>Group</source>
      <translation>Gruppe</translation>
    </message>
    <message>
      <source>Keep open</source>
      <translation>Hold åben</translation>
    </message>
    <message>
      <source>Kind of number</source>
      <translation>Type nummer</translation>
    </message>
    <message>
      <source>More</source>
      <translation>Mere</translation>
    </message>
    <message>
      <source>More reasons</source>
      <translation>Flere årsager</translation>
    </message>
    <message>
      <source>My list</source>
      <translation>Min liste</translation>
    </message>
    <message>
      <source>My mobile</source>
      <translation>Min mobil</translation>
    </message>
    <message>
      <source>Name of the group</source>
      <translation>Gruppens navn</translation>
    </message>
    <message>
      <source>Name of the quick diversion</source>
      <translation>Navn på den hurtige viderestilling</translation>
    </message>
    <message>
      <source>Name or local number</source>
      <translation>Navn eller lokalnummer</translation>
    </message>
    <message>
      <source>No colleague has that name or local number.</source>
      <translation>Ingen kollega har det navn eller lokalnummer.</translation>
    </message>
    <message>
      <source>Nobody in the company has the number {at}</source>
      <translation>Ingen i firmaet har nummeret {at}</translation>
    </message>
    <message>
      <source>Nobody is in the group {at}</source>
      <translation>Der er ingen i gruppen {at}</translation>
    </message>
    <message>
      <source>Not sent without a connection</source>
      <translation>Sendes ikke uden forbindelse</translation>
    </message>
    <message>
      <source>Nothing planned</source>
      <translation>Intet planlagt</translation>
    </message>
    <message>
      <source>Now</source>
      <translation>Nu</translation>
    </message>
    <message>
      <source>Number</source>
      <translation>Nummer</translation>
    </message>
    <message>
      <source>Number, or the name of a saved one</source>
      <translation>Nummer, eller navnet på et gemt</translation>
    </message>
    <message>
      <source>Open the phone</source>
      <translation>Åbn telefonen</translation>
    </message>
    <message>
      <source>Plan</source>
      <translation>Planlæg</translation>
    </message>
    <message>
      <source>Planned: {what}</source>
      <translation>Planlagt: {what}</translation>
    </message>
    <message>
      <source>Reason</source>
      <translation>Årsag</translation>
    </message>
    <message>
      <source>Reception</source>
      <translation>Reception</translation>
    </message>
    <message>
      <source>Remember as a quick diversion</source>
      <translation>Husk som hurtig viderestilling</translation>
    </message>
    <message>
      <source>Reset</source>
      <translation>Nulstil</translation>
    </message>
    <message>
      <source>Save the change</source>
      <translation>Gem ændring</translation>
    </message>
    <message>
      <source>Send calls to</source>
      <translation>Send opkald til</translation>
    </message>
    <message>
      <source>Shown at the left and in the tray's menu</source>
      <translation>Vises i venstre side og i bakkemenuen</translation>
    </message>
    <message>
      <source>Split: outside and colleagues</source>
      <translation>Del op: udefra og kolleger</translation>
    </message>
    <message>
      <source>Take {name} off the list</source>
      <translation>Fjern {name} fra listen</translation>
    </message>
    <message>
      <source>Takes a message</source>
      <translation>Tager imod besked</translation>
    </message>
    <message>
      <source>Takes precedence over “{what}”, which is running now</source>
      <translation>Gælder frem for »{what}«, som er i gang nu</translation>
    </message>
    <message>
      <source>Takes the call</source>
      <translation>Tager opkaldet</translation>
    </message>
    <message>
      <source>Text for colleagues</source>
      <translation>Tekst til kolleger</translation>
    </message>
    <message>
      <source>Text for the reception</source>
      <translation>Tekst til receptionen</translation>
    </message>
    <message>
      <source>That can't be read as a time. Write 12:30, +30 for minutes, or 25/7 08:00.</source>
      <translation>Det kan ikke læses som et tidspunkt. Skriv 12:30, +30 for minutter eller 25/7 08:00.</translation>
    </message>
    <message>
      <source>That is no telephone number, and no saved one has that name.</source>
      <translation>Det er ikke et telefonnummer, og intet gemt nummer hedder sådan.</translation>
    </message>
    <message>
      <source>That time has passed.</source>
      <translation>Det tidspunkt er passeret.</translation>
    </message>
    <message>
      <source>The company has no reception</source>
      <translation>Firmaet har ingen reception</translation>
    </message>
    <message>
      <source>The diversion wasn't saved.</source>
      <translation>Viderestillingen blev ikke gemt.</translation>
    </message>
    <message>
      <source>The end must lie after the beginning.</source>
      <translation>Slutningen skal ligge efter begyndelsen.</translation>
    </message>
    <message>
      <source>The phone is open</source>
      <translation>Telefonen er åben</translation>
    </message>
    <message>
      <source>The phone rings</source>
      <translation>Telefonen ringer</translation>
    </message>
    <message>
      <source>The same for all</source>
      <translation>Samme til alle</translation>
    </message>
    <message>
      <source>The schedule counts</source>
      <translation>Skemaet gælder</translation>
    </message>
    <message>
      <source>There is no group of that name.</source>
      <translation>Der er ingen gruppe med det navn.</translation>
    </message>
    <message>
      <source>There is no line to the outside: {at} can't be reached</source>
      <translation>Der er ingen linje ud af huset: {at} kan ikke nås</translation>
    </message>
    <message>
      <source>Times in {place}, where it is {time}</source>
      <translation>Tider i {place}, hvor klokken er {time}</translation>
    </message>
    <message>
      <source>To</source>
      <translation>Til</translation>
    </message>
    <message>
      <source>Undo</source>
      <translation>Fortryd</translation>
    </message>
    <message>
      <source>Until further notice</source>
      <translation>Indtil videre</translation>
    </message>
    <message>
      <source>Upcoming</source>
      <translation>Kommende</translation>
    </message>
    <message>
      <source>Who gets through: {who}</source>
      <translation>Hvem kommer igennem: {who}</translation>
    </message>
    <message>
      <source>Write when it ends, or choose “Until further notice”.</source>
      <translation>Skriv, hvornår den slutter, eller vælg »Indtil videre«.</translation>
    </message>
    <message>
      <source>You have a quick diversion of that name already.</source>
      <translation>Du har allerede en hurtig viderestilling med det navn.</translation>
    </message>
    <message>
      <source>Your own diversion counts</source>
      <translation>Din egen viderestilling gælder</translation>
    </message>
    <message>
      <source>colleagues → your phone</source>
      <translation>kolleger → din telefon</translation>
    </message>
    <message>
      <source>colleagues → {place}</source>
      <translation>kolleger → {place}</translation>
    </message>
    <message>
      <source>nobody</source>
      <translation>ingen</translation>
    </message>
    <message>
      <source>{at} can't be called</source>
      <translation>{at} kan ikke ringes op</translation>
    </message>
    <message>
      <source>{at} has no access any more and takes no calls</source>
      <translation>{at} har ikke længere adgang og tager ikke imod opkald</translation>
    </message>
    <message>
      <source>{calls} ring your phone</source>
      <translation>{calls} ringer på din telefon</translation>
    </message>
    <message>
      <source>{time} left</source>
      <translation>{time} tilbage</translation>
    </message>
    <message>
      <source>{who} ring</source>
      <translation>{who} ringer</translation>
    </message>
    <message>
      <source>½ h</source>
      <translation>½ t</translation>
    </message>
    <message>
      <source>“{what}” has been cancelled.</source>
      <translation>»{what}« er annulleret.</translation>
    </message>
    <message>
      <source>“{what}” has been ended.</source>
      <translation>»{what}« er afsluttet.</translation>
    </message>
  </context>
  <context>
    <name>Doctor</name>
    <message numerus="yes">
      <source>%n thing(s) to mend</source>
      <translation>
        <numerusform>%n ting skal ordnes</numerusform>
        <numerusform>%n ting skal ordnes</numerusform>
      </translation>
    </message>
    <message>
      <source>A phone</source>
      <translation>En telefon</translation>
    </message>
    <message>
      <source>Address</source>
      <translation>Adresse</translation>
    </message>
    <message>
      <source>All (UDP)</source>
      <translation>Alle (UDP)</translation>
    </message>
    <message>
      <source>Ask the provider; without an answer, check the server's name and the network.</source>
      <translation>Spørg udbyderen; kommer der intet svar, så tjek serverens navn og netværket.</translation>
    </message>
    <message>
      <source>By {program}</source>
      <translation>Af {program}</translation>
    </message>
    <message>
      <source>Certificate</source>
      <translation>Certifikat</translation>
    </message>
    <message>
      <source>Check again</source>
      <translation>Tjek igen</translation>
    </message>
    <message>
      <source>Check the addresses and the mail server.</source>
      <translation>Tjek adresserne og mailserveren.</translation>
    </message>
    <message>
      <source>Check the database and its disk; nothing is lost.</source>
      <translation>Tjek databasen og dens disk; intet er gået tabt.</translation>
    </message>
    <message>
      <source>Check the user in the phone, or add the device.</source>
      <translation>Tjek brugeren i telefonen, eller opret enheden.</translation>
    </message>
    <message>
      <source>Checked {time}</source>
      <translation>Tjekket {time}</translation>
    </message>
    <message>
      <source>Clock</source>
      <translation>Ur</translation>
    </message>
    <message>
      <source>Compare their e-mail addresses, and what the account may read there.</source>
      <translation>Sammenlign deres e-mailadresser og det, kontoen må læse der.</translation>
    </message>
    <message>
      <source>Connection {name}</source>
      <translation>Forbindelse {name}</translation>
    </message>
    <message>
      <source>Connection {name} doesn't give every calendar</source>
      <translation>Forbindelsen {name} giver ikke alle kalendere</translation>
    </message>
    <message>
      <source>Connection {name} doesn't work</source>
      <translation>Forbindelsen {name} virker ikke</translation>
    </message>
    <message>
      <source>Copy report</source>
      <translation>Kopiér rapport</translation>
    </message>
    <message>
      <source>Correct --public-address, or leave it out: what the provider sees is then used.</source>
      <translation>Ret --public-address, eller udelad den: så bruges det, som udbyderen ser.</translation>
    </message>
    <message>
      <source>Correct the password in the phone, then lift the block.</source>
      <translation>Ret adgangskoden på telefonen, og ophæv så spærringen.</translation>
    </message>
    <message>
      <source>Disk</source>
      <translation>Disk</translation>
    </message>
    <message>
      <source>Everything is well</source>
      <translation>Alt er i orden</translation>
    </message>
    <message>
      <source>From {from}, by the group's rota</source>
      <translation>Fra {from}, efter gruppens vagtplan</translation>
    </message>
    <message>
      <source>Give it more seconds under [transcription], or a smaller model.</source>
      <translation>Giv det flere sekunder under [transcription] eller en mindre model.</translation>
    </message>
    <message>
      <source>Give the service more ports (--rtp-ports), and open them in the firewall.</source>
      <translation>Giv tjenesten flere porte (--rtp-ports), og åbn dem i firewallen.</translation>
    </message>
    <message>
      <source>Give the week to somebody, under Groups.</source>
      <translation>Giv ugen til nogen, under Grupper.</translation>
    </message>
    <message>
      <source>Good for {days} days</source>
      <translation>Gyldigt i {days} dage</translation>
    </message>
    <message>
      <source>Install it on the server, or correct [transcription] in the service's settings.</source>
      <translation>Installér det på serveren, eller ret [transcription] i tjenestens indstillinger.</translation>
    </message>
    <message>
      <source>It doesn't ring over {line}: {said}</source>
      <translation>Det ringer ikke over {line}: {said}</translation>
    </message>
    <message>
      <source>It rings over {line}: {said}</source>
      <translation>Det ringer over {line}: {said}</translation>
    </message>
    <message>
      <source>Keep the files, and report it.</source>
      <translation>Gem filerne, og meld fejlen.</translation>
    </message>
    <message>
      <source>Let a member log in, in the program or by *45*; else give the group other hours.</source>
      <translation>Lad et medlem logge ind, i programmet eller med *45*; ellers giv gruppen en anden åbningstid.</translation>
    </message>
    <message>
      <source>Let the server set its clock by a time server.</source>
      <translation>Lad serveren stille sit ur efter en tidsserver.</translation>
    </message>
    <message>
      <source>Let the service listen on the network (--sip).</source>
      <translation>Lad tjenesten lytte på netværket (--sip).</translation>
    </message>
    <message>
      <source>Let the service write its files: until then no change is kept.</source>
      <translation>Giv tjenesten lov til at skrive sine filer; indtil da gemmes ingen ændringer.</translation>
    </message>
    <message>
      <source>Lift the block</source>
      <translation>Ophæv spærring</translation>
    </message>
    <message>
      <source>Line {name}</source>
      <translation>Linjen {name}</translation>
    </message>
    <message>
      <source>Line {name} doesn't work</source>
      <translation>Linjen {name} virker ikke</translation>
    </message>
    <message>
      <source>Mail or SMS couldn't be delivered</source>
      <translation>Mail eller sms kunne ikke afleveres</translation>
    </message>
    <message>
      <source>Make a new address for the phone under Devices, and type it in.</source>
      <translation>Lav en ny adresse til telefonen under Enheder, og tast den ind.</translation>
    </message>
    <message>
      <source>Make room now: callers can't leave messages.</source>
      <translation>Skaf plads nu: ingen kan lægge beskeder.</translation>
    </message>
    <message>
      <source>Make room on the server's disk.</source>
      <translation>Skaf plads på serverens disk.</translation>
    </message>
    <message>
      <source>Mend it under Connections, and try it there.</source>
      <translation>Ret den under Forbindelser, og prøv den dér.</translation>
    </message>
    <message>
      <source>No ports are left for sound: new calls are refused</source>
      <translation>Der er ingen porte tilbage til lyd: nye opkald afvises</translation>
    </message>
    <message>
      <source>Nobody is logged in to {name}</source>
      <translation>Ingen er logget ind i {name}</translation>
    </message>
    <message>
      <source>Nobody is on call for {name}</source>
      <translation>Ingen har vagt for {name}</translation>
    </message>
    <message>
      <source>Nothing, unless you know the address.</source>
      <translation>Ingenting, medmindre du kender adressen.</translation>
    </message>
    <message>
      <source>Number to try</source>
      <translation>Nummer at prøve</translation>
    </message>
    <message>
      <source>Only programs on this machine can be phones</source>
      <translation>Kun programmer på denne maskine kan være telefoner</translation>
    </message>
    <message>
      <source>Open the address in a browser: a page to sign in at is no calendar. Set it anew under People.</source>
      <translation>Åbn adressen i en browser: en login-side er ingen kalender. Sæt den igen under Personer.</translation>
    </message>
    <message>
      <source>Own calendars can't be read: {people}</source>
      <translation>Egne kalendere kan ikke læses: {people}</translation>
    </message>
    <message>
      <source>Phones can't come in</source>
      <translation>Telefoner kan ikke komme ind</translation>
    </message>
    <message>
      <source>Port for phones</source>
      <translation>Port til telefoner</translation>
    </message>
    <message>
      <source>Ports for sound</source>
      <translation>Porte til lyd</translation>
    </message>
    <message>
      <source>Renew it, and start the service again.</source>
      <translation>Forny det, og start tjenesten igen.</translation>
    </message>
    <message>
      <source>Run its command by hand on the server, and read what it says.</source>
      <translation>Kør dets kommando i hånden på serveren, og læs, hvad det siger.</translation>
    </message>
    <message>
      <source>Set the phone to TLS and SRTP.</source>
      <translation>Indstil telefonen til TLS og SRTP.</translation>
    </message>
    <message>
      <source>Some call records couldn't be written</source>
      <translation>Nogle opkald kunne ikke gemmes i historikken</translation>
    </message>
    <message>
      <source>Somebody unknown tries to call</source>
      <translation>En ukendt prøver at ringe</translation>
    </message>
    <message>
      <source>Something this program is too old to know</source>
      <translation>Noget, som dette program er for gammelt til at kende</translation>
    </message>
    <message>
      <source>Start the service again, and look at its log.</source>
      <translation>Start tjenesten igen, og se i dens log.</translation>
    </message>
    <message>
      <source>The certificate has run out</source>
      <translation>Certifikatet er udløbet</translation>
    </message>
    <message>
      <source>The certificate runs out in {days} days</source>
      <translation>Certifikatet udløber om {days} dage</translation>
    </message>
    <message>
      <source>The clock is wrong</source>
      <translation>Uret går forkert</translation>
    </message>
    <message>
      <source>The database can only be read</source>
      <translation>Databasen kan kun læses</translation>
    </message>
    <message>
      <source>The database can't be written</source>
      <translation>Der kan ikke skrives i databasen</translation>
    </message>
    <message>
      <source>The disk is full</source>
      <translation>Disken er fuld</translation>
    </message>
    <message>
      <source>The disk is nearly full</source>
      <translation>Disken er næsten fuld</translation>
    </message>
    <message>
      <source>The group is open, and all its members are logged out</source>
      <translation>Gruppen har åbent, og alle medlemmer er logget ud</translation>
    </message>
    <message>
      <source>The provider's answer: “{said}”</source>
      <translation>Udbyderen svarer »{said}«</translation>
    </message>
    <message>
      <source>The public address that is set isn't ours</source>
      <translation>Den offentlige adresse, der er sat, er ikke vores</translation>
    </message>
    <message>
      <source>Try a call</source>
      <translation>Prøv opkald</translation>
    </message>
    <message>
      <source>Type the device's SIP password into the phone.</source>
      <translation>Indtast enhedens SIP-adgangskode i telefonen.</translation>
    </message>
    <message>
      <source>Until {until}</source>
      <translation>Til {until}</translation>
    </message>
    <message>
      <source>Voicemail as text</source>
      <translation>Voicemail som tekst</translation>
    </message>
    <message>
      <source>Voicemail can't be written out</source>
      <translation>Voicemail kan ikke skrives ud</translation>
    </message>
    <message>
      <source>Voicemail isn't written out in time</source>
      <translation>Voicemail skrives ikke ud i tide</translation>
    </message>
    <message>
      <source>Voicemail isn't written out: no program for it</source>
      <translation>Voicemail skrives ikke ud: programmet mangler</translation>
    </message>
    <message numerus="yes">
      <source>Well: %n</source>
      <translation>
        <numerusform>I orden: %n</numerusform>
        <numerusform>I orden: %n</numerusform>
      </translation>
    </message>
    <message>
      <source>Works</source>
      <translation>Virker</translation>
    </message>
    <message>
      <source>since {time}</source>
      <translation>siden {time}</translation>
    </message>
    <message>
      <source>{address} ({kind})</source>
      <translation>{address} ({kind})</translation>
    </message>
    <message>
      <source>{address} ({kind}) is closed</source>
      <translation>{address} ({kind}) er lukket</translation>
    </message>
    <message>
      <source>{address} ({kind}) is open</source>
      <translation>{address} ({kind}) er åben</translation>
    </message>
    <message>
      <source>{address} · user {user} · {tries} tries</source>
      <translation>{address} · bruger {user} · {tries} forsøg</translation>
    </message>
    <message>
      <source>{address} · user {user} · {tries} wrong passwords</source>
      <translation>{address} · bruger {user} · {tries} forkerte adgangskoder</translation>
    </message>
    <message>
      <source>{agent} is blocked until {until}</source>
      <translation>{agent} er spærret til {until}</translation>
    </message>
    <message>
      <source>{agent} isn't encrypted, and was refused</source>
      <translation>{agent} er ikke krypteret og blev afvist</translation>
    </message>
    <message>
      <source>{agent} signs in as a user that doesn't exist</source>
      <translation>{agent} melder sig med en bruger, der ikke findes</translation>
    </message>
    <message>
      <source>{agent} signs in with a wrong password</source>
      <translation>{agent} melder sig med forkert adgangskode</translation>
    </message>
    <message>
      <source>{agent} was refused its settings</source>
      <translation>{agent} fik ikke sine indstillinger</translation>
    </message>
    <message>
      <source>{agent} · {address} · {tries} tries</source>
      <translation>{agent} · {address} · {tries} forsøg</translation>
    </message>
    <message>
      <source>{count} call records and messages wait on the disk</source>
      <translation>{count} opkald og beskeder venter på disken</translation>
    </message>
    <message>
      <source>{count} in all: {reason}</source>
      <translation>{count} i alt: {reason}</translation>
    </message>
    <message>
      <source>{count} lie in spool/aside</source>
      <translation>{count} ligger i spool/aside</translation>
    </message>
    <message>
      <source>{count} missing: {people}</source>
      <translation>{count} mangler: {people}</translation>
    </message>
    <message>
      <source>{count} were given up</source>
      <translation>{count} blev opgivet</translation>
    </message>
    <message>
      <source>{first}–{last} (UDP) · {used} of {most} in use</source>
      <translation>{first}–{last} (UDP) · {used} af {most} i brug</translation>
    </message>
    <message>
      <source>{free} free</source>
      <translation>{free} ledig</translation>
    </message>
    <message>
      <source>{name} is told {told}, and sees {seen}</source>
      <translation>{name} får at vide {told} og ser {seen}</translation>
    </message>
    <message>
      <source>{own} is seen from outside as {seen}</source>
      <translation>{own} ses udefra som {seen}</translation>
    </message>
    <message>
      <source>{program} isn't there, or may not be run</source>
      <translation>{program} findes ikke eller må ikke køres</translation>
    </message>
    <message>
      <source>{program} · {count} without a text in a row</source>
      <translation>{program} · {count} i træk uden tekst</translation>
    </message>
    <message>
      <source>{program}: {said} · {count} without a text in a row</source>
      <translation>{program}: {said} · {count} i træk uden tekst</translation>
    </message>
    <message>
      <source>{reason}</source>
      <translation>{reason}</translation>
    </message>
    <message>
      <source>{seconds} s from the provider's</source>
      <translation>{seconds} s fra udbyderens</translation>
    </message>
  </context>
  <context>
    <name>Fields</name>
    <message>
      <source>{typed} of {all} digits</source>
      <translation>{typed} af {all} cifre</translation>
    </message>
  </context>
  <context>
    <name>Forgotten</name>
    <message>
      <source>A code is sent to the address or mobile that your company has for you.</source>
      <translation>Der sendes en kode til den adresse eller mobil, som firmaet har registreret for dig.</translation>
    </message>
    <message>
      <source>Back</source>
      <translation>Tilbage</translation>
    </message>
    <message>
      <source>Choose a new password</source>
      <translation>Vælg en ny adgangskode</translation>
    </message>
    <message>
      <source>Code, six digits</source>
      <translation>Kode, seks cifre</translation>
    </message>
    <message>
      <source>Forgotten password</source>
      <translation>Glemt adgangskode</translation>
    </message>
    <message>
      <source>If local number {number} exists, a code has been sent by SMS. It is valid for {n} minutes.</source>
      <translation>Hvis lokalnummer {number} findes, er der sendt en kode som SMS. Den gælder i {n} minutter.</translation>
    </message>
    <message>
      <source>If local number {number} exists, a code has been sent by e-mail. It is valid for {n} minutes.</source>
      <translation>Hvis lokalnummer {number} findes, er der sendt en kode pr. e-mail. Den gælder i {n} minutter.</translation>
    </message>
    <message>
      <source>Next</source>
      <translation>Næste</translation>
    </message>
    <message>
      <source>Save and sign in</source>
      <translation>Gem og log ind</translation>
    </message>
    <message>
      <source>Send again</source>
      <translation>Send igen</translation>
    </message>
    <message>
      <source>Send again in {seconds} s</source>
      <translation>Send igen om {seconds} s</translation>
    </message>
    <message>
      <source>Send code</source>
      <translation>Send kode</translation>
    </message>
    <message>
      <source>Send the code</source>
      <translation>Send koden</translation>
    </message>
    <message>
      <source>This code isn't right, or its time is over.</source>
      <translation>Koden er ikke rigtig, eller dens tid er udløbet.</translation>
    </message>
    <message>
      <source>Type the code</source>
      <translation>Indtast koden</translation>
    </message>
    <message>
      <source>You are signed out everywhere else.</source>
      <translation>Du bliver logget ud alle andre steder.</translation>
    </message>
    <message>
      <source>by SMS</source>
      <translation>som SMS</translation>
    </message>
    <message>
      <source>by e-mail</source>
      <translation>pr. e-mail</translation>
    </message>
  </context>
  <context>
    <name>Groups</name>
    <message numerus="yes">
      <source>%n group(s)</source>
      <translation>
        <numerusform>%n ringegruppe</numerusform>
        <numerusform>%n ringegrupper</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n second(s)</source>
      <translation>
        <numerusform>%n sekund</numerusform>
        <numerusform>%n sekunder</numerusform>
      </translation>
    </message>
    <message>
      <source>A call handed on comes back after</source>
      <translation>Et omstillet opkald kommer tilbage efter</translation>
    </message>
    <message>
      <source>A parked call comes back after</source>
      <translation>Et parkeret opkald kommer tilbage efter</translation>
    </message>
    <message>
      <source>Add</source>
      <translation>Tilføj</translation>
    </message>
    <message>
      <source>Add a member: name or number</source>
      <translation>Tilføj medlem: navn eller nummer</translation>
    </message>
    <message>
      <source>Add a week</source>
      <translation>Tilføj uge</translation>
    </message>
    <message>
      <source>All ring</source>
      <translation>Alle ringer</translation>
    </message>
    <message>
      <source>Another number</source>
      <translation>Et andet nummer</translation>
    </message>
    <message>
      <source>Calls now → {whom}</source>
      <translation>Opkald nu → {whom}</translation>
    </message>
    <message>
      <source>Calls to {number} then reach nobody. Its members stay.</source>
      <translation>Opkald til {number} når så ingen. Medlemmerne bliver.</translation>
    </message>
    <message>
      <source>Changes every</source>
      <translation>Skifter hver</translation>
    </message>
    <message>
      <source>Day of the change</source>
      <translation>Skiftedag</translation>
    </message>
    <message>
      <source>Delete the group</source>
      <translation>Slet gruppen</translation>
    </message>
    <message>
      <source>Delete {name}</source>
      <translation>Slet {name}</translation>
    </message>
    <message>
      <source>Drag, or Alt+↑ ↓</source>
      <translation>Træk, eller Alt+↑ ↓</translation>
    </message>
    <message>
      <source>First to the phone</source>
      <translation>Først til røret</translation>
    </message>
    <message>
      <source>From outside</source>
      <translation>Udefra</translation>
    </message>
    <message>
      <source>Groups</source>
      <translation>Grupper</translation>
    </message>
    <message>
      <source>Hours</source>
      <translation>Åbningstid</translation>
    </message>
    <message>
      <source>Hours (none: at any time)</source>
      <translation>Åbningstid (ingen: døgnet rundt)</translation>
    </message>
    <message>
      <source>How it rings</source>
      <translation>Ringemåde</translation>
    </message>
    <message>
      <source>In a way that this version doesn't know</source>
      <translation>På en måde, denne version ikke kender</translation>
    </message>
    <message>
      <source>In turn</source>
      <translation>På skift</translation>
    </message>
    <message>
      <source>Logged in</source>
      <translation>Logget ind</translation>
    </message>
    <message>
      <source>Logged out</source>
      <translation>Logget ud</translation>
    </message>
    <message>
      <source>Longest idle</source>
      <translation>Længst ledig</translation>
    </message>
    <message>
      <source>Members in order</source>
      <translation>Medlemmer i rækkefølge</translation>
    </message>
    <message>
      <source>Name</source>
      <translation>Navn</translation>
    </message>
    <message>
      <source>New group</source>
      <translation>Ny gruppe</translation>
    </message>
    <message>
      <source>Nobody</source>
      <translation>Ingen</translation>
    </message>
    <message>
      <source>Nobody has that name or number.</source>
      <translation>Ingen har det navn eller nummer.</translation>
    </message>
    <message>
      <source>Nobody is a member yet</source>
      <translation>Ingen er medlem endnu</translation>
    </message>
    <message>
      <source>Nobody logged in</source>
      <translation>Ingen logget ind</translation>
    </message>
    <message>
      <source>Number</source>
      <translation>Nummer</translation>
    </message>
    <message>
      <source>On call outside the hours</source>
      <translation>Uden for åbningstid: vagt</translation>
    </message>
    <message>
      <source>One after another</source>
      <translation>I rækkefølge</translation>
    </message>
    <message>
      <source>OneVoicemail of …</source>
      <translation>OneVoicemail hos …</translation>
    </message>
    <message>
      <source>Reception</source>
      <translation>Reception</translation>
    </message>
    <message>
      <source>Ring at each for</source>
      <translation>Ring hos hver i</translation>
    </message>
    <message>
      <source>Ring for</source>
      <translation>Ring i</translation>
    </message>
    <message>
      <source>Rings for</source>
      <translation>Ringer i</translation>
    </message>
    <message>
      <source>Search group, number or member</source>
      <translation>Søg gruppe, nummer eller medlem</translation>
    </message>
    <message>
      <source>Shared evenly</source>
      <translation>Jævn fordeling</translation>
    </message>
    <message>
      <source>Take the week away</source>
      <translation>Fjern ugen</translation>
    </message>
    <message>
      <source>The call ends</source>
      <translation>Opkaldet slutter</translation>
    </message>
    <message>
      <source>This is the reception (key 9)</source>
      <translation>Dette er receptionen (tast 9)</translation>
    </message>
    <message>
      <source>Time of the change</source>
      <translation>Skiftetid</translation>
    </message>
    <message>
      <source>Week {number}</source>
      <translation>Uge {number}</translation>
    </message>
    <message>
      <source>When nobody answers</source>
      <translation>Når ingen svarer</translation>
    </message>
    <message>
      <source>Where to</source>
      <translation>Hvorhen</translation>
    </message>
    <message>
      <source>Who answers in week {number}</source>
      <translation>Hvem svarer i uge {number}</translation>
    </message>
    <message>
      <source>Whose</source>
      <translation>Hvis</translation>
    </message>
    <message>
      <source>Without hours the group is always open, and nobody is called by this rota.</source>
      <translation>Uden åbningstid er gruppen altid åben, og ingen bliver ringet op efter denne vagtplan.</translation>
    </message>
    <message>
      <source>Yes</source>
      <translation>Ja</translation>
    </message>
    <message>
      <source>logged out</source>
      <translation>logget ud</translation>
    </message>
  </context>
  <context>
    <name>Hotkey</name>
    <message>
      <source>Another program has that key already; the old one stays.</source>
      <translation>Et andet program har allerede den tast; den gamle bliver.</translation>
    </message>
    <message>
      <source>Another program has this key. Choose another one, or change it there.</source>
      <translation>Et andet program bruger denne tast. Vælg en anden, eller skift den i det program.</translation>
    </message>
    <message>
      <source>Back to the usual key</source>
      <translation>Tilbage til den sædvanlige tast</translation>
    </message>
    <message>
      <source>Change</source>
      <translation>Skift</translation>
    </message>
    <message>
      <source>Hold Ctrl or Alt as well: the key alone is needed for writing.</source>
      <translation>Hold også Ctrl eller Alt nede: tasten alene bruges til at skrive med.</translation>
    </message>
    <message>
      <source>Only Ctrl, Alt or Shift arrived. Another program may have that key; choose another.</source>
      <translation>Kun Ctrl, Alt eller Skift nåede frem. Et andet program har måske den tast; vælg en anden.</translation>
    </message>
    <message>
      <source>Press the keys …</source>
      <translation>Tryk tasterne …</translation>
    </message>
    <message>
      <source>Shift</source>
      <translation>Skift</translation>
    </message>
    <message>
      <source>Space</source>
      <translation>Mellemrum</translation>
    </message>
    <message>
      <source>The system doesn't let a program take a key for itself here.</source>
      <translation>Systemet lader ikke et program tage en tast for sig selv her.</translation>
    </message>
    <message>
      <source>This key can't be used.</source>
      <translation>Denne tast kan ikke bruges.</translation>
    </message>
    <message>
      <source>the key left of 1</source>
      <translation>tasten til venstre for 1</translation>
    </message>
  </context>
  <context>
    <name>Hours</name>
    <message>
      <source>A night can't last into the hours of the day after.</source>
      <translation>En nat kan ikke strække sig ind i næste dags tider.</translation>
    </message>
    <message>
      <source>Closed</source>
      <translation>Lukket</translation>
    </message>
    <message>
      <source>Open on {day}</source>
      <translation>Åbent {day}</translation>
    </message>
    <message>
      <source>Over midnight, until {time} on the day after.</source>
      <translation>Hen over midnat, til {time} dagen efter.</translation>
    </message>
  </context>
  <context>
    <name>Inbox</name>
    <message>
      <source>1.5×</source>
      <translation>1,5×</translation>
    </message>
    <message>
      <source>5 sec.</source>
      <translation>5 sek.</translation>
    </message>
    <message>
      <source>A message of a kind that this version doesn't know</source>
      <translation>En besked af en slags, som denne version ikke kender</translation>
    </message>
    <message>
      <source>A way that this version doesn't know</source>
      <translation>En vej, denne version ikke kender</translation>
    </message>
    <message>
      <source>Add to contacts</source>
      <translation>Tilføj kontakt</translation>
    </message>
    <message>
      <source>All</source>
      <translation>Alle</translation>
    </message>
    <message>
      <source>As</source>
      <translation>Som</translation>
    </message>
    <message>
      <source>Back 5 seconds</source>
      <translation>5 sekunder tilbage</translation>
    </message>
    <message>
      <source>Call</source>
      <translation>Opkald</translation>
    </message>
    <message>
      <source>Call back</source>
      <translation>Ring tilbage</translation>
    </message>
    <message>
      <source>Call · {time}</source>
      <translation>Samtale · {time}</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>Annullér</translation>
    </message>
    <message>
      <source>Change “{text}”</source>
      <translation>Ret »{text}«</translation>
    </message>
    <message>
      <source>Close</source>
      <translation>Luk</translation>
    </message>
    <message>
      <source>Delete</source>
      <translation>Slet</translation>
    </message>
    <message>
      <source>Delete “{text}”</source>
      <translation>Slet »{text}«</translation>
    </message>
    <message>
      <source>Delivered</source>
      <translation>Leveret</translation>
    </message>
    <message>
      <source>E-mail</source>
      <translation>E-mail</translation>
    </message>
    <message>
      <source>Earlier with {name}</source>
      <translation>Tidligere med {name}</translation>
    </message>
    <message>
      <source>Forward 5 seconds</source>
      <translation>5 sekunder frem</translation>
    </message>
    <message>
      <source>Forward as text</source>
      <translation>Videresend som tekst</translation>
    </message>
    <message>
      <source>Goes to {place}</source>
      <translation>Sendes til {place}</translation>
    </message>
    <message>
      <source>In the inbox</source>
      <translation>I indbakken</translation>
    </message>
    <message>
      <source>In the system's player</source>
      <translation>I systemets afspiller</translation>
    </message>
    <message>
      <source>It now says “{text}”. Save again to put yours in its place.</source>
      <translation>Nu står der »{text}«. Gem igen for at sætte din i stedet.</translation>
    </message>
    <message>
      <source>Keep</source>
      <translation>Behold</translation>
    </message>
    <message>
      <source>Kept</source>
      <translation>Beholdt</translation>
    </message>
    <message>
      <source>Leave it as it is</source>
      <translation>Lad den være</translation>
    </message>
    <message>
      <source>Mark as read</source>
      <translation>Markér som læst</translation>
    </message>
    <message>
      <source>Mark as unread</source>
      <translation>Markér som ulæst</translation>
    </message>
    <message>
      <source>Message deleted</source>
      <translation>Beskeden er slettet</translation>
    </message>
    <message>
      <source>Message sent</source>
      <translation>Beskeden er sendt</translation>
    </message>
    <message>
      <source>Missed call</source>
      <translation>Ubesvaret opkald</translation>
    </message>
    <message>
      <source>Name, number or e-mail</source>
      <translation>Navn, nummer eller e-mail</translation>
    </message>
    <message>
      <source>Names found</source>
      <translation>Fundne navne</translation>
    </message>
    <message>
      <source>New message</source>
      <translation>Ny besked</translation>
    </message>
    <message>
      <source>No message matches “{query}”</source>
      <translation>Ingen besked matcher »{query}«</translation>
    </message>
    <message>
      <source>No messages yet</source>
      <translation>Ingen beskeder endnu</translation>
    </message>
    <message>
      <source>No such messages</source>
      <translation>Ingen sådanne beskeder</translation>
    </message>
    <message>
      <source>Not delivered</source>
      <translation>Ikke leveret</translation>
    </message>
    <message>
      <source>Nothing kept</source>
      <translation>Intet beholdt</translation>
    </message>
    <message>
      <source>Nothing sent yet</source>
      <translation>Intet sendt endnu</translation>
    </message>
    <message>
      <source>Nothing unread</source>
      <translation>Intet ulæst</translation>
    </message>
    <message>
      <source>Pause</source>
      <translation>Pause</translation>
    </message>
    <message>
      <source>Phone messages</source>
      <translation>Telefonbeskeder</translation>
    </message>
    <message>
      <source>Play</source>
      <translation>Afspil</translation>
    </message>
    <message>
      <source>Please call {name}. They left a voicemail {when}.</source>
      <translation>Ring venligst til {name}. Der ligger en besked fra {when}.</translation>
    </message>
    <message>
      <source>Press B on a message to keep it.</source>
      <translation>Tryk B på en besked for at beholde den.</translation>
    </message>
    <message>
      <source>Read</source>
      <translation>Læst</translation>
    </message>
    <message>
      <source>Remove {name}</source>
      <translation>Fjern {name}</translation>
    </message>
    <message>
      <source>Reply</source>
      <translation>Svar</translation>
    </message>
    <message>
      <source>Save as file</source>
      <translation>Gem som fil</translation>
    </message>
    <message>
      <source>Save as standard message</source>
      <translation>Gem som standardbesked</translation>
    </message>
    <message>
      <source>Save the standard message</source>
      <translation>Gem standardbeskeden</translation>
    </message>
    <message>
      <source>Search messages by name or number</source>
      <translation>Søg i beskeder på navn eller nummer</translation>
    </message>
    <message>
      <source>Send</source>
      <translation>Send</translation>
    </message>
    <message>
      <source>Send SMS</source>
      <translation>Send SMS</translation>
    </message>
    <message>
      <source>Send e-mail</source>
      <translation>Send e-mail</translation>
    </message>
    <message>
      <source>Sent</source>
      <translation>Sendt</translation>
    </message>
    <message>
      <source>Sound</source>
      <translation>Lyd</translation>
    </message>
    <message>
      <source>Sound (*.wav)</source>
      <translation>Lyd (*.wav)</translation>
    </message>
    <message>
      <source>Speed</source>
      <translation>Hastighed</translation>
    </message>
    <message>
      <source>Standard messages</source>
      <translation>Standardbeskeder</translation>
    </message>
    <message>
      <source>System default</source>
      <translation>Som systemet</translation>
    </message>
    <message>
      <source>Text messages</source>
      <translation>Tekstbeskeder</translation>
    </message>
    <message>
      <source>Text of the message</source>
      <translation>Beskedens tekst</translation>
    </message>
    <message>
      <source>Text of the standard message</source>
      <translation>Standardbeskedens tekst</translation>
    </message>
    <message>
      <source>The file couldn't be written there.</source>
      <translation>Filen kunne ikke skrives der.</translation>
    </message>
    <message>
      <source>The mailbox is full: callers can't leave messages. Delete some.</source>
      <translation>Postkassen er fuld: der kan ikke lægges flere beskeder. Slet nogle.</translation>
    </message>
    <message>
      <source>The mailbox is {share} % full. Delete messages you no longer need.</source>
      <translation>Postkassen er {share} % fuld. Slet beskeder, du ikke længere har brug for.</translation>
    </message>
    <message>
      <source>The message isn't sent. Cancel again to leave it.</source>
      <translation>Beskeden er ikke sendt. Annullér igen for at forlade den.</translation>
    </message>
    <message>
      <source>The other server said: “{said}”</source>
      <translation>Den anden server sagde: »{said}«</translation>
    </message>
    <message>
      <source>The sound can't be read.</source>
      <translation>Lyden kan ikke læses.</translation>
    </message>
    <message>
      <source>The sound couldn't be fetched – try again.</source>
      <translation>Lyden kunne ikke hentes – prøv igen.</translation>
    </message>
    <message>
      <source>The system has no player for it.</source>
      <translation>Systemet har ingen afspiller til den.</translation>
    </message>
    <message>
      <source>The text is too long</source>
      <translation>Teksten er for lang</translation>
    </message>
    <message>
      <source>This message isn't sent yet. Send or cancel it before you write another.</source>
      <translation>Denne besked er ikke sendt endnu. Send eller annullér den, før du skriver en ny.</translation>
    </message>
    <message>
      <source>Those in red can't be reached that way</source>
      <translation>De røde kan ikke nås på den måde</translation>
    </message>
    <message>
      <source>To</source>
      <translation>Til</translation>
    </message>
    <message>
      <source>To {names}</source>
      <translation>Til {names}</translation>
    </message>
    <message>
      <source>Try again</source>
      <translation>Prøv igen</translation>
    </message>
    <message>
      <source>Undo</source>
      <translation>Fortryd</translation>
    </message>
    <message>
      <source>Unknown</source>
      <translation>Ukendt</translation>
    </message>
    <message>
      <source>Unread</source>
      <translation>Ulæste</translation>
    </message>
    <message>
      <source>Voicemail · {time}</source>
      <translation>Voicemail · {time}</translation>
    </message>
    <message>
      <source>Voicemails</source>
      <translation>Talebeskeder</translation>
    </message>
    <message>
      <source>Waits to be sent</source>
      <translation>Venter på at blive sendt</translation>
    </message>
    <message>
      <source>What a program heard; it may be wrong</source>
      <translation>Det har et program hørt; det kan tage fejl</translation>
    </message>
    <message>
      <source>What callers say to your mailbox arrives here.</source>
      <translation>Her kommer de beskeder, der indtales i din postkasse.</translation>
    </message>
    <message>
      <source>What you write to others stands here, with what became of it.</source>
      <translation>Det, du skriver til andre, står her, og hvordan det gik.</translation>
    </message>
    <message>
      <source>Where to play</source>
      <translation>Hvor den afspilles</translation>
    </message>
    <message>
      <source>Withheld number</source>
      <translation>Hemmeligt nummer</translation>
    </message>
    <message>
      <source>You called · {time}</source>
      <translation>Du ringede · {time}</translation>
    </message>
    <message>
      <source>You called, no answer</source>
      <translation>Du ringede, intet svar</translation>
    </message>
    <message>
      <source>You keep this message. Press delete again to delete it.</source>
      <translation>Du har valgt at beholde beskeden. Tryk Slet igen for at slette den.</translation>
    </message>
    <message>
      <source>Your company can't send by this way.</source>
      <translation>Jeres firma kan ikke sende ad den vej.</translation>
    </message>
    <message>
      <source>can't be reached that way</source>
      <translation>kan ikke nås på den måde</translation>
    </message>
    <message>
      <source>kept</source>
      <translation>beholdt</translation>
    </message>
    <message>
      <source>unread</source>
      <translation>ulæst</translation>
    </message>
    <message>
      <source>{name}, {when}:</source>
      <translation>{name}, {when}:</translation>
    </message>
    <message>
      <source>{state}, perhaps twice</source>
      <translation>{state}, måske to gange</translation>
    </message>
    <message>
      <source>{used} characters</source>
      <translation>{used} tegn</translation>
    </message>
    <message numerus="yes">
      <source>{used} characters, {left} left · %n SMS</source>
      <translation>
        <numerusform>{used} tegn, {left} tilbage · %n SMS</numerusform>
        <numerusform>{used} tegn, {left} tilbage · %n SMS</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>Lines</name>
    <message numerus="yes">
      <source>%n call(s)</source>
      <translation>
        <numerusform>%n samtale</numerusform>
        <numerusform>%n samtaler</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n line(s), tried from the top</source>
      <translation>
        <numerusform>%n linje</numerusform>
        <numerusform>%n linjer, prøves oppefra</numerusform>
      </translation>
    </message>
    <message>
      <source>A line that doesn't answer is passed over. Emergency calls go out over any that does.</source>
      <translation>Svarer en linje ikke, tages den næste. Nødopkald går ud ad enhver linje, der svarer.</translation>
    </message>
    <message>
      <source>A new line is tried after the others</source>
      <translation>En ny linje prøves efter de andre</translation>
    </message>
    <message>
      <source>Abroad</source>
      <translation>Udland</translation>
    </message>
    <message>
      <source>Addresses that calls may come from</source>
      <translation>Adresser, som opkald må komme fra</translation>
    </message>
    <message>
      <source>Allowed</source>
      <translation>Tilladt</translation>
    </message>
    <message>
      <source>Blocked</source>
      <translation>Spærret</translation>
    </message>
    <message>
      <source>Call</source>
      <translation>Ring op</translation>
    </message>
    <message>
      <source>Calls an hour per user</source>
      <translation>Opkald i timen pr. bruger</translation>
    </message>
    <message>
      <source>Calls at once</source>
      <translation>Samtaler ad gangen</translation>
    </message>
    <message>
      <source>Connected by</source>
      <translation>Forbindes ved</translation>
    </message>
    <message>
      <source>Connecting …</source>
      <translation>Forbinder …</translation>
    </message>
    <message>
      <source>Delete the line</source>
      <translation>Slet linjen</translation>
    </message>
    <message>
      <source>Delete {name}</source>
      <translation>Slet {name}</translation>
    </message>
    <message>
      <source>Doesn't answer yet</source>
      <translation>Svarer ikke endnu</translation>
    </message>
    <message>
      <source>Fixed address</source>
      <translation>Fast adresse</translation>
    </message>
    <message>
      <source>Fixed address {server}</source>
      <translation>Fast adresse {server}</translation>
    </message>
    <message>
      <source>Follow the provider when it sends a call elsewhere (302)</source>
      <translation>Følg udbyderen, når den sender et opkald et andet sted hen (302)</translation>
    </message>
    <message>
      <source>It doesn't ring. The provider says: {said}</source>
      <translation>Det ringer ikke. Udbyderen siger: {said}</translation>
    </message>
    <message>
      <source>It rings. The provider says: {said}</source>
      <translation>Det ringer. Udbyderen siger: {said}</translation>
    </message>
    <message>
      <source>Lines, tried from the top</source>
      <translation>Linjer, prøves oppefra</translation>
    </message>
    <message>
      <source>Name</source>
      <translation>Navn</translation>
    </message>
    <message>
      <source>New line</source>
      <translation>Ny linje</translation>
    </message>
    <message>
      <source>No answer since {time}</source>
      <translation>Intet svar siden {time}</translation>
    </message>
    <message>
      <source>No limit</source>
      <translation>Ingen grænse</translation>
    </message>
    <message>
      <source>No line: only colleagues can be called</source>
      <translation>Ingen linje: kun interne opkald</translation>
    </message>
    <message>
      <source>No new call goes over {name}; calls that go on aren't ended.</source>
      <translation>Intet nyt opkald går over {name}; samtaler i gang afsluttes ikke.</translation>
    </message>
    <message>
      <source>Number to try</source>
      <translation>Nummer at prøve</translation>
    </message>
    <message>
      <source>Numbers</source>
      <translation>Numre</translation>
    </message>
    <message>
      <source>Numbers (with commas between)</source>
      <translation>Numre (med komma imellem)</translation>
    </message>
    <message>
      <source>Password</source>
      <translation>Adgangskode</translation>
    </message>
    <message>
      <source>Port</source>
      <translation>Port</translation>
    </message>
    <message>
      <source>Premium rate</source>
      <translation>Overtakseret</translation>
    </message>
    <message>
      <source>Ready</source>
      <translation>Klar</translation>
    </message>
    <message>
      <source>Refused since {time}</source>
      <translation>Afvist siden {time}</translation>
    </message>
    <message>
      <source>Registered</source>
      <translation>Tilmeldt</translation>
    </message>
    <message>
      <source>Registration</source>
      <translation>Tilmelding</translation>
    </message>
    <message>
      <source>Search line or number</source>
      <translation>Søg linje eller nummer</translation>
    </message>
    <message>
      <source>Server</source>
      <translation>Server</translation>
    </message>
    <message>
      <source>Shown when the caller has no number</source>
      <translation>Vises, når den, der ringer, intet nummer har</translation>
    </message>
    <message>
      <source>The EU</source>
      <translation>EU</translation>
    </message>
    <message>
      <source>The Nordic countries</source>
      <translation>Norden</translation>
    </message>
    <message>
      <source>The provider sees us as {address}</source>
      <translation>Udbyderen ser os som {address}</translation>
    </message>
    <message>
      <source>The whole world</source>
      <translation>Hele verden</translation>
    </message>
    <message>
      <source>Transport</source>
      <translation>Transport</translation>
    </message>
    <message>
      <source>Try a call</source>
      <translation>Prøv et opkald</translation>
    </message>
    <message>
      <source>Try it earlier (Alt+↑)</source>
      <translation>Prøv den før (Alt+↑)</translation>
    </message>
    <message>
      <source>Try it later (Alt+↓)</source>
      <translation>Prøv den senere (Alt+↓)</translation>
    </message>
    <message>
      <source>Unknown</source>
      <translation>Ukendt</translation>
    </message>
    <message>
      <source>Unknown to this version</source>
      <translation>Ukendt for denne version</translation>
    </message>
    <message>
      <source>User</source>
      <translation>Bruger</translation>
    </message>
    <message>
      <source>Way of writing</source>
      <translation>Nummerform</translation>
    </message>
    <message>
      <source>Yes</source>
      <translation>Ja</translation>
    </message>
    <message>
      <source>national</source>
      <translation>national</translation>
    </message>
    <message>
      <source>{calls} of {most} calls</source>
      <translation>{calls} af {most} samtaler</translation>
    </message>
    <message>
      <source>“{words}”</source>
      <translation>»{words}«</translation>
    </message>
    <message>
      <source>•••••••• kept as it is</source>
      <translation>•••••••• gemt, beholdes</translation>
    </message>
  </context>
  <context>
    <name>Palette</name>
    <message>
      <source>Add a time, as 1245</source>
      <translation>Sæt klokkeslæt, fx 1245</translation>
    </message>
    <message>
      <source>All commands</source>
      <translation>Alle kommandoer</translation>
    </message>
    <message>
      <source>Call</source>
      <translation>Ring op</translation>
    </message>
    <message>
      <source>Call back</source>
      <translation>Ring tilbage</translation>
    </message>
    <message>
      <source>Call {number}</source>
      <translation>Ring til {number}</translation>
    </message>
    <message>
      <source>Colleagues</source>
      <translation>Kolleger</translation>
    </message>
    <message>
      <source>Command palette</source>
      <translation>Kommandopalet</translation>
    </message>
    <message>
      <source>Commands</source>
      <translation>Kommandoer</translation>
    </message>
    <message>
      <source>Directory</source>
      <translation>Firmakatalog</translation>
    </message>
    <message>
      <source>Divert</source>
      <translation>Viderestil</translation>
    </message>
    <message>
      <source>Divert now</source>
      <translation>Viderestil nu</translation>
    </message>
    <message>
      <source>Divert to here</source>
      <translation>Viderestil hertil</translation>
    </message>
    <message>
      <source>Do it</source>
      <translation>Udfør</translation>
    </message>
    <message>
      <source>E-mail</source>
      <translation>E-mail</translation>
    </message>
    <message>
      <source>End it</source>
      <translation>Afslut den</translation>
    </message>
    <message>
      <source>Enter</source>
      <translation>Enter</translation>
    </message>
    <message>
      <source>Found</source>
      <translation>Fundet</translation>
    </message>
    <message>
      <source>Go there</source>
      <translation>Gå dertil</translation>
    </message>
    <message>
      <source>Mobile {number}</source>
      <translation>Mobil {number}</translation>
    </message>
    <message>
      <source>More to do</source>
      <translation>Flere handlinger</translation>
    </message>
    <message>
      <source>Name, number, command</source>
      <translation>Navn, nummer, kommando</translation>
    </message>
    <message>
      <source>Nothing found</source>
      <translation>Intet fundet</translation>
    </message>
    <message>
      <source>Number</source>
      <translation>Nummer</translation>
    </message>
    <message>
      <source>Number shown</source>
      <translation>Vist nummer</translation>
    </message>
    <message>
      <source>Phonebook</source>
      <translation>Telefonbog</translation>
    </message>
    <message>
      <source>Recent</source>
      <translation>Seneste</translation>
    </message>
    <message>
      <source>Runs now</source>
      <translation>Kører nu</translation>
    </message>
    <message>
      <source>SMS</source>
      <translation>SMS</translation>
    </message>
    <message>
      <source>Show in the phonebook</source>
      <translation>Vis i telefonbogen</translation>
    </message>
  </context>
  <context>
    <name>Password</name>
    <message numerus="yes">
      <source>%n digit(s)</source>
      <translation>
        <numerusform>%n ciffer</numerusform>
        <numerusform>%n cifre</numerusform>
      </translation>
    </message>
    <message>
      <source>Hide password</source>
      <translation>Skjul adgangskode</translation>
    </message>
    <message>
      <source>New password again</source>
      <translation>Gentag ny adgangskode</translation>
    </message>
    <message>
      <source>New password, digits only</source>
      <translation>Ny adgangskode, kun cifre</translation>
    </message>
    <message>
      <source>Not an easy one such as 1111 or 1234</source>
      <translation>Ikke en let kode som 1111 eller 1234</translation>
    </message>
    <message>
      <source>Show password</source>
      <translation>Vis adgangskode</translation>
    </message>
    <message>
      <source>The two fields are the same</source>
      <translation>De to felter er ens</translation>
    </message>
  </context>
  <context>
    <name>PersonCalendar</name>
    <message>
      <source>A calendar on a server (CalDAV)</source>
      <translation>En kalender på en server (CalDAV)</translation>
    </message>
    <message>
      <source>A calendar that isn't read yet</source>
      <translation>En kalender, der endnu ikke læses</translation>
    </message>
    <message>
      <source>A new one</source>
      <translation>En ny</translation>
    </message>
    <message>
      <source>A person may have {most} calendars, and one of them may divert: choosing that here takes it from the other. The owner decides in Settings, too, and whether colleagues see the subject of meetings.</source>
      <translation>En person kan have {most} kalendere, og én af dem må viderestille: vælges det her, gør den anden det ikke længere. Ejeren bestemmer det også i Indstillinger, og om kolleger ser mødernes emne.</translation>
    </message>
    <message>
      <source>A published address (iCalendar)</source>
      <translation>En offentliggjort adresse (iCalendar)</translation>
    </message>
    <message>
      <source>Add</source>
      <translation>Tilføj</translation>
    </message>
    <message>
      <source>Add a calendar</source>
      <translation>Tilføj en kalender</translation>
    </message>
    <message>
      <source>Address</source>
      <translation>Adresse</translation>
    </message>
    <message>
      <source>Back to the person</source>
      <translation>Tilbage til personen</translation>
    </message>
    <message>
      <source>Calendar</source>
      <translation>Kalender</translation>
    </message>
    <message>
      <source>Calendars of {name}</source>
      <translation>Kalendere for {name}</translation>
    </message>
    <message>
      <source>Do nothing</source>
      <translation>Gør ingenting</translation>
    </message>
    <message>
      <source>Forget the calendar</source>
      <translation>Glem kalenderen</translation>
    </message>
    <message>
      <source>Forget the calendar …</source>
      <translation>Glem kalenderen …</translation>
    </message>
    <message>
      <source>Its meetings neither show nor divert any more.</source>
      <translation>Dens møder hverken vises eller viderestiller mere.</translation>
    </message>
    <message>
      <source>Meetings</source>
      <translation>Møder</translation>
    </message>
    <message>
      <source>No calendar is read</source>
      <translation>Ingen kalender læses</translation>
    </message>
    <message>
      <source>Now that is {calendar}.</source>
      <translation>Nu er det {calendar}.</translation>
    </message>
    <message>
      <source>Password there</source>
      <translation>Adgangskode der</translation>
    </message>
    <message>
      <source>Show it, and divert to OneVoicemail</source>
      <translation>Vis det, og viderestil til OneVoicemail</translation>
    </message>
    <message>
      <source>Show that the person is in a meeting</source>
      <translation>Vis, at personen er i møde</translation>
    </message>
    <message>
      <source>The calendar can't be read</source>
      <translation>Kalenderen kan ikke læses</translation>
    </message>
    <message>
      <source>The company's connection</source>
      <translation>Firmaets forbindelse</translation>
    </message>
    <message>
      <source>User there</source>
      <translation>Bruger der</translation>
    </message>
    <message>
      <source>Where it is</source>
      <translation>Hvor den er</translation>
    </message>
  </context>
  <context>
    <name>Phonebook</name>
    <message numerus="yes">
      <source>%n can't be read</source>
      <translation>
        <numerusform>%n kan ikke læses</numerusform>
        <numerusform>%n kan ikke læses</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n contact(s) imported</source>
      <translation>
        <numerusform>%n kontakt importeret</numerusform>
        <numerusform>%n kontakter importeret</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n new</source>
      <translation>
        <numerusform>%n ny</numerusform>
        <numerusform>%n nye</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n there already</source>
      <translation>
        <numerusform>%n findes allerede</numerusform>
        <numerusform>%n findes allerede</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n to decide</source>
      <translation>
        <numerusform>%n skal afgøres</numerusform>
        <numerusform>%n skal afgøres</numerusform>
      </translation>
    </message>
    <message>
      <source>A star beside a colleague or contact brings them here</source>
      <translation>Sæt en stjerne ved en kollega eller kontakt for at få dem her</translation>
    </message>
    <message>
      <source>Add beside it</source>
      <translation>Tilføj ved siden af</translation>
    </message>
    <message>
      <source>Add e-mail address</source>
      <translation>Tilføj e-mailadresse</translation>
    </message>
    <message>
      <source>Add number</source>
      <translation>Tilføj nummer</translation>
    </message>
    <message>
      <source>Add to favourites</source>
      <translation>Føj til favoritter</translation>
    </message>
    <message>
      <source>Call</source>
      <translation>Ring op</translation>
    </message>
    <message>
      <source>Call this number first</source>
      <translation>Ring til dette nummer først</translation>
    </message>
    <message>
      <source>Call {number}</source>
      <translation>Ring til {number}</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>Annullér</translation>
    </message>
    <message>
      <source>Cards (*.vcf)</source>
      <translation>Visitkort (*.vcf)</translation>
    </message>
    <message>
      <source>Choose a contact</source>
      <translation>Vælg en kontakt</translation>
    </message>
    <message>
      <source>Company</source>
      <translation>Firma</translation>
    </message>
    <message>
      <source>Contact</source>
      <translation>Kontakt</translation>
    </message>
    <message>
      <source>Contact changed</source>
      <translation>Kontakten er ændret</translation>
    </message>
    <message>
      <source>Contact saved</source>
      <translation>Kontakten er gemt</translation>
    </message>
    <message>
      <source>Contacts</source>
      <translation>Kontakter</translation>
    </message>
    <message>
      <source>Contacts (*.vcf *.vcard *.csv *.txt)</source>
      <translation>Kontakter (*.vcf *.vcard *.csv *.txt)</translation>
    </message>
    <message>
      <source>Copy {address}</source>
      <translation>Kopiér {address}</translation>
    </message>
    <message>
      <source>Decide</source>
      <translation>Afgør</translation>
    </message>
    <message>
      <source>Delete</source>
      <translation>Slet</translation>
    </message>
    <message>
      <source>Divert to here</source>
      <translation>Viderestil hertil</translation>
    </message>
    <message>
      <source>E-mail</source>
      <translation>E-mail</translation>
    </message>
    <message>
      <source>E-mail address</source>
      <translation>E-mailadresse</translation>
    </message>
    <message>
      <source>Edit</source>
      <translation>Redigér</translation>
    </message>
    <message>
      <source>Entries of the file</source>
      <translation>Filens poster</translation>
    </message>
    <message>
      <source>Entry {number}</source>
      <translation>Post {number}</translation>
    </message>
    <message>
      <source>Export as a table (CSV) …</source>
      <translation>Eksportér som tabel (CSV) …</translation>
    </message>
    <message>
      <source>Export as cards (vCard) …</source>
      <translation>Eksportér som visitkort (vCard) …</translation>
    </message>
    <message>
      <source>Export contacts</source>
      <translation>Eksportér kontakter</translation>
    </message>
    <message>
      <source>Favourite</source>
      <translation>Favorit</translation>
    </message>
    <message>
      <source>Favourites</source>
      <translation>Favoritter</translation>
    </message>
    <message>
      <source>Import</source>
      <translation>Importér</translation>
    </message>
    <message numerus="yes">
      <source>Import %n contact(s)</source>
      <translation>
        <numerusform>Importér %n kontakt</numerusform>
        <numerusform>Importér %n kontakter</numerusform>
      </translation>
    </message>
    <message>
      <source>Import and export</source>
      <translation>Importér og eksportér</translation>
    </message>
    <message>
      <source>Import contacts</source>
      <translation>Importér kontakter</translation>
    </message>
    <message>
      <source>Import from a file …</source>
      <translation>Importér fra en fil …</translation>
    </message>
    <message>
      <source>Import {file}</source>
      <translation>Importér {file}</translation>
    </message>
    <message>
      <source>Kept in</source>
      <translation>Gemmes i</translation>
    </message>
    <message>
      <source>Kind of address</source>
      <translation>Adressens type</translation>
    </message>
    <message>
      <source>Kind of number</source>
      <translation>Nummerets type</translation>
    </message>
    <message>
      <source>Leave out</source>
      <translation>Udelad</translation>
    </message>
    <message>
      <source>More</source>
      <translation>Mere</translation>
    </message>
    <message>
      <source>Name</source>
      <translation>Navn</translation>
    </message>
    <message>
      <source>New contact</source>
      <translation>Ny kontakt</translation>
    </message>
    <message>
      <source>No contact matches</source>
      <translation>Ingen kontakt matcher</translation>
    </message>
    <message>
      <source>No contacts here</source>
      <translation>Ingen kontakter her</translation>
    </message>
    <message>
      <source>Not used</source>
      <translation>Bruges ikke</translation>
    </message>
    <message>
      <source>Note</source>
      <translation>Note</translation>
    </message>
    <message>
      <source>Number</source>
      <translation>Nummer</translation>
    </message>
    <message>
      <source>Numbers</source>
      <translation>Numre</translation>
    </message>
    <message>
      <source>Personal</source>
      <translation>Personlig</translation>
    </message>
    <message>
      <source>Phonebook</source>
      <translation>Telefonbog</translation>
    </message>
    <message>
      <source>Reading the file …</source>
      <translation>Læser filen …</translation>
    </message>
    <message>
      <source>Recent</source>
      <translation>Seneste</translation>
    </message>
    <message>
      <source>Remove from favourites</source>
      <translation>Fjern fra favoritter</translation>
    </message>
    <message>
      <source>Remove the address</source>
      <translation>Fjern adressen</translation>
    </message>
    <message>
      <source>Remove the number</source>
      <translation>Fjern nummeret</translation>
    </message>
    <message>
      <source>SMS to {number}</source>
      <translation>SMS til {number}</translation>
    </message>
    <message>
      <source>Save</source>
      <translation>Gem</translation>
    </message>
    <message>
      <source>Save contact</source>
      <translation>Gem kontakt</translation>
    </message>
    <message>
      <source>Search contacts by name, company or number</source>
      <translation>Søg kontakter på navn, firma eller nummer</translation>
    </message>
    <message>
      <source>Select</source>
      <translation>Vælg</translation>
    </message>
    <message>
      <source>Shared</source>
      <translation>Fælles</translation>
    </message>
    <message>
      <source>Table (*.csv)</source>
      <translation>Tabel (*.csv)</translation>
    </message>
    <message>
      <source>Those that look like a contact there is:</source>
      <translation>De, der ligner en kontakt, du har:</translation>
    </message>
    <message>
      <source>Title</source>
      <translation>Titel</translation>
    </message>
    <message>
      <source>Undo</source>
      <translation>Fortryd</translation>
    </message>
    <message>
      <source>Update it</source>
      <translation>Opdatér den</translation>
    </message>
    <message>
      <source>What becomes of those that look like a contact there is</source>
      <translation>Hvad der sker med dem, der ligner en kontakt, du har</translation>
    </message>
    <message>
      <source>What is good to know when they call</source>
      <translation>Vises også ved indgående opkald</translation>
    </message>
    <message>
      <source>What you have written isn't saved. Cancel again to leave it.</source>
      <translation>Det, du har skrevet, er ikke gemt. Annullér igen for at forlade det.</translation>
    </message>
    <message>
      <source>Which contacts</source>
      <translation>Hvilke kontakter</translation>
    </message>
    <message>
      <source>Write an e-mail</source>
      <translation>Skriv en e-mail</translation>
    </message>
    <message>
      <source>Written to {file}</source>
      <translation>Skrevet til {file}</translation>
    </message>
    <message>
      <source>favourite</source>
      <translation>favorit</translation>
    </message>
    <message>
      <source>{kind} · preferred</source>
      <translation>{kind} · foretrukken</translation>
    </message>
    <message>
      <source>{name} deleted</source>
      <translation>{name} er slettet</translation>
    </message>
  </context>
  <context>
    <name>Pickup</name>
    <message numerus="yes">
      <source>%n pickup group(s)</source>
      <translation>
        <numerusform>%n besvargruppe</numerusform>
        <numerusform>%n besvargrupper</numerusform>
      </translation>
    </message>
    <message>
      <source>Its members' calls can then be taken by their departments and groups again.</source>
      <translation>Medlemmernas opkald kan så igen tages af deres afdelinger og grupper.</translation>
    </message>
    <message>
      <source>Members</source>
      <translation>Medlemmer</translation>
    </message>
    <message>
      <source>Name</source>
      <translation>Navn</translation>
    </message>
    <message>
      <source>No pickup group yet: departments and groups take one another's calls</source>
      <translation>Ingen besvargruppe endnu: afdelinger og grupper tager hinandens opkald</translation>
    </message>
    <message>
      <source>Nobody in it</source>
      <translation>Ingen er med</translation>
    </message>
    <message>
      <source>Pickup groups</source>
      <translation>Besvargrupper</translation>
    </message>
    <message>
      <source>Search pickup group or member</source>
      <translation>Søg besvargruppe eller medlem</translation>
    </message>
    <message>
      <source>What rings at a member can be taken by the others alone: with *8, or by Pick up beside the name. What rings at somebody in no pickup group can be taken by their department, and by members of a common group.</source>
      <translation>Hvad der ringer hos et medlem, kan kun de andre tage: med *8, eller med Tag opkaldet ved navnet. Hvad der ringer hos en, der ikke er i nogen besvargruppe, kan afdelingen tage og medlemmer af en fælles gruppe.</translation>
    </message>
  </context>
  <context>
    <name>Privacy</name>
    <message numerus="yes">
      <source>%n day(s)</source>
      <translation>
        <numerusform>%n dag</numerusform>
        <numerusform>%n dage</numerusform>
      </translation>
    </message>
    <message>
      <source>Calls in the history</source>
      <translation>Opkald i historikken</translation>
    </message>
    <message>
      <source>Colleagues see sickness as the reason of a diversion</source>
      <translation>Kolleger ser sygdom som grund til en viderestilling</translation>
    </message>
    <message>
      <source>Everyone in the company</source>
      <translation>Alle i firmaet</translation>
    </message>
    <message>
      <source>For ever</source>
      <translation>For altid</translation>
    </message>
    <message>
      <source>Members of groups, and receptionists</source>
      <translation>Medlemmer af grupper, og receptionister</translation>
    </message>
    <message>
      <source>Messages that were read or heard</source>
      <translation>Beskeder, der er læst eller hørt</translation>
    </message>
    <message>
      <source>No</source>
      <translation>Nej</translation>
    </message>
    <message>
      <source>Nobody: each sees their own calls alone</source>
      <translation>Ingen: alle ser kun deres egne opkald</translation>
    </message>
    <message>
      <source>Off: they see that somebody is away, not why</source>
      <translation>Fra: de ser, at nogen er væk, ikke hvorfor</translation>
    </message>
    <message>
      <source>One person's data is exported and erased under People, in the person's menu.</source>
      <translation>En persons data udlæses og slettes under Personer, i personens menu.</translation>
    </message>
    <message>
      <source>Shown when somebody calls. Private contacts are never shown.</source>
      <translation>Vises, når nogen ringer. Private kontakter vises aldrig.</translation>
    </message>
    <message>
      <source>Texts that were sent</source>
      <translation>Sendte tekstbeskeder</translation>
    </message>
    <message>
      <source>The log of what administrators did</source>
      <translation>Loggen over, hvad administratorer gjorde</translation>
    </message>
    <message>
      <source>What is older goes by itself, once an hour. Kept messages stay.</source>
      <translation>Det, der er ældre, forsvinder af sig selv, én gang i timen. Beskeder, som nogen beholder, bliver.</translation>
    </message>
    <message>
      <source>Who sees the company's last contacts with a number</source>
      <translation>Hvem ser firmaets seneste kontakter med et nummer</translation>
    </message>
    <message>
      <source>Yes</source>
      <translation>Ja</translation>
    </message>
  </context>
  <context>
    <name>Profile</name>
    <message numerus="yes">
      <source>%n person(s)</source>
      <translation>
        <numerusform>%n person</numerusform>
        <numerusform>%n personer</numerusform>
      </translation>
    </message>
    <message>
      <source>Another picture …</source>
      <translation>Et andet billede …</translation>
    </message>
    <message>
      <source>Changed by the administrator</source>
      <translation>Rettes af administratoren</translation>
    </message>
    <message>
      <source>Changes need a connection</source>
      <translation>Ændringer kræver forbindelse</translation>
    </message>
    <message>
      <source>Choose a picture …</source>
      <translation>Vælg et billede …</translation>
    </message>
    <message>
      <source>Copy to weekdays</source>
      <translation>Kopiér til hverdage</translation>
    </message>
    <message>
      <source>Day off</source>
      <translation>Fri</translation>
    </message>
    <message>
      <source>Department</source>
      <translation>Afdeling</translation>
    </message>
    <message>
      <source>E-mail</source>
      <translation>E-mail</translation>
    </message>
    <message>
      <source>Fields with a lock are changed by the administrator</source>
      <translation>Felter med lås rettes af administratoren</translation>
    </message>
    <message>
      <source>Hours on {day}</source>
      <translation>Arbejdstid {day}</translation>
    </message>
    <message>
      <source>It wasn't saved.</source>
      <translation>Det blev ikke gemt.</translation>
    </message>
    <message>
      <source>Local number</source>
      <translation>Lokalnummer</translation>
    </message>
    <message>
      <source>Mobile</source>
      <translation>Mobil</translation>
    </message>
    <message>
      <source>My details</source>
      <translation>Mine oplysninger</translation>
    </message>
    <message>
      <source>My phones</source>
      <translation>Mine enheder</translation>
    </message>
    <message>
      <source>No phones yet. Your administrator adds them.</source>
      <translation>Ingen enheder endnu. Din administrator tilføjer dem.</translation>
    </message>
    <message>
      <source>Only within working hours</source>
      <translation>Kun i arbejdstiden</translation>
    </message>
    <message>
      <source>Organisation</source>
      <translation>Organisation</translation>
    </message>
    <message>
      <source>Pictures (*.jpg *.jpeg *.png *.webp *.bmp *.gif)</source>
      <translation>Billeder (*.jpg *.jpeg *.png *.webp *.bmp *.gif)</translation>
    </message>
    <message>
      <source>Remove my picture</source>
      <translation>Fjern mit billede</translation>
    </message>
    <message numerus="yes">
      <source>Rings after %n second(s)</source>
      <translation>
        <numerusform>Ringer efter %n sekund</numerusform>
        <numerusform>Ringer efter %n sekunder</numerusform>
      </translation>
    </message>
    <message>
      <source>Rings at once</source>
      <translation>Ringer med det samme</translation>
    </message>
    <message>
      <source>Saved {time}</source>
      <translation>Gemt {time}</translation>
    </message>
    <message>
      <source>Show me</source>
      <translation>Vis mig</translation>
    </message>
    <message>
      <source>That is no telephone number.</source>
      <translation>Det er ikke et telefonnummer.</translation>
    </message>
    <message>
      <source>Title</source>
      <translation>Titel</translation>
    </message>
    <message>
      <source>When {phone} rings</source>
      <translation>Hvornår {phone} ringer</translation>
    </message>
    <message>
      <source>Without a department</source>
      <translation>Uden afdeling</translation>
    </message>
    <message>
      <source>Working hours</source>
      <translation>Arbejdstid</translation>
    </message>
    <message>
      <source>Working hours, {day}: {hours}</source>
      <translation>Arbejdstid, {day}: {hours}</translation>
    </message>
    <message>
      <source>Write like 8–16, or 8–12, 13–16; nothing for a day off.</source>
      <translation>Skriv f.eks. 8–16 eller 8–12, 13–16; intet for en fridag.</translation>
    </message>
    <message numerus="yes">
      <source>and %n more</source>
      <translation>
        <numerusform>og %n til</numerusform>
        <numerusform>og %n til</numerusform>
      </translation>
    </message>
    <message>
      <source>calls go out from here</source>
      <translation>ringer ud herfra</translation>
    </message>
    <message>
      <source>day off</source>
      <translation>fri</translation>
    </message>
    <message numerus="yes">
      <source>leads %n person(s)</source>
      <translation>
        <numerusform>leder %n medarbejder</numerusform>
        <numerusform>leder %n medarbejdere</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>Reception</name>
    <message numerus="yes">
      <source>%n found</source>
      <translation>
        <numerusform>%n fundet</numerusform>
        <numerusform>%n fundet</numerusform>
      </translation>
    </message>
    <message>
      <source>Active</source>
      <translation>Aktiv</translation>
    </message>
    <message>
      <source>All</source>
      <translation>Alle</translation>
    </message>
    <message>
      <source>Answer</source>
      <translation>Besvar</translation>
    </message>
    <message>
      <source>Answer next</source>
      <translation>Besvar næste</translation>
    </message>
    <message>
      <source>Ask first</source>
      <translation>Med omtale</translation>
    </message>
    <message>
      <source>At the desk</source>
      <translation>Ved skranken</translation>
    </message>
    <message>
      <source>Back from place {name}</source>
      <translation>Tilbage fra plads {name}</translation>
    </message>
    <message>
      <source>Came back from {name}'s phone</source>
      <translation>Kom tilbage fra telefonen hos {name}</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>Annullér</translation>
    </message>
    <message>
      <source>Colleagues</source>
      <translation>Kolleger</translation>
    </message>
    <message>
      <source>Connect</source>
      <translation>Forbind</translation>
    </message>
    <message>
      <source>Departments</source>
      <translation>Afdelinger</translation>
    </message>
    <message>
      <source>Direct number</source>
      <translation>Direkte nummer</translation>
    </message>
    <message>
      <source>Divert {name}…</source>
      <translation>Viderestil {name}…</translation>
    </message>
    <message>
      <source>Fetch</source>
      <translation>Hent</translation>
    </message>
    <message>
      <source>Fetch parked</source>
      <translation>Hent parkeret</translation>
    </message>
    <message>
      <source>Free instead: {name}</source>
      <translation>Ledig i stedet: {name}</translation>
    </message>
    <message>
      <source>Group</source>
      <translation>Gruppe</translation>
    </message>
    <message>
      <source>Hand on</source>
      <translation>Send videre</translation>
    </message>
    <message>
      <source>Hand on to the colleague chosen</source>
      <translation>Send videre til den valgte kollega</translation>
    </message>
    <message>
      <source>Hand on unanswered</source>
      <translation>Send ubesvaret videre</translation>
    </message>
    <message>
      <source>Hang up</source>
      <translation>Læg på</translation>
    </message>
    <message>
      <source>Hold</source>
      <translation>Hold</translation>
    </message>
    <message>
      <source>Lift your phone</source>
      <translation>Løft dit rør</translation>
    </message>
    <message>
      <source>Local number</source>
      <translation>Lokalnummer</translation>
    </message>
    <message>
      <source>Logged out</source>
      <translation>Logget ud</translation>
    </message>
    <message>
      <source>Meeting {until}</source>
      <translation>Møde {until}</translation>
    </message>
    <message>
      <source>Message</source>
      <translation>Besked</translation>
    </message>
    <message>
      <source>Mobile</source>
      <translation>Mobil</translation>
    </message>
    <message>
      <source>More</source>
      <translation>Flere</translation>
    </message>
    <message>
      <source>More for the colleague</source>
      <translation>Flere valg</translation>
    </message>
    <message>
      <source>No connection: the calls are as they were</source>
      <translation>Ingen forbindelse: opkaldene vises, som de var</translation>
    </message>
    <message>
      <source>Nobody is waiting</source>
      <translation>Ingen ventende opkald</translation>
    </message>
    <message>
      <source>Note for the reception</source>
      <translation>Note til receptionen</translation>
    </message>
    <message>
      <source>On hold</source>
      <translation>På hold</translation>
    </message>
    <message>
      <source>Open the phone</source>
      <translation>Åbn telefonen</translation>
    </message>
    <message>
      <source>Park</source>
      <translation>Parkér</translation>
    </message>
    <message>
      <source>Parked</source>
      <translation>Parkeret</translation>
    </message>
    <message>
      <source>Pause</source>
      <translation>Pause</translation>
    </message>
    <message>
      <source>Place {place} · by {name}</source>
      <translation>Plads {place} · parkeret af {name}</translation>
    </message>
    <message>
      <source>Please call back: {who}</source>
      <translation>Ring venligst tilbage til: {who}</translation>
    </message>
    <message>
      <source>Proposed</source>
      <translation>Forslag</translation>
    </message>
    <message>
      <source>Resume</source>
      <translation>Genoptag</translation>
    </message>
    <message>
      <source>Ringing</source>
      <translation>Ringer</translation>
    </message>
    <message>
      <source>Send a message</source>
      <translation>Send besked</translation>
    </message>
    <message>
      <source>Spoke {when} with {name}</source>
      <translation>Talte {when} med {name}</translation>
    </message>
    <message>
      <source>State unknown</source>
      <translation>Ukendt tilstand</translation>
    </message>
    <message>
      <source>Swap</source>
      <translation>Skift</translation>
    </message>
    <message>
      <source>Tell me when free</source>
      <translation>Sig til, når ledig</translation>
    </message>
    <message>
      <source>The number typed</source>
      <translation>Det tastede nummer</translation>
    </message>
    <message>
      <source>To the mailbox</source>
      <translation>Til postkassen</translation>
    </message>
    <message>
      <source>To the mailbox of {name}</source>
      <translation>Til {name}s postkasse</translation>
    </message>
    <message>
      <source>Today {calls}   Answered {answered}   Avg. wait {time}</source>
      <translation>I dag {calls}   Besvaret {answered}   Gns. ventetid {time}</translation>
    </message>
    <message>
      <source>Transfer</source>
      <translation>Omstil</translation>
    </message>
    <message>
      <source>Unanswered to the mailbox</source>
      <translation>Ubesvaret til postkassen</translation>
    </message>
    <message>
      <source>Waiting</source>
      <translation>Venter</translation>
    </message>
    <message>
      <source>Who is wanted? Name or number</source>
      <translation>Hvem skal opkaldet til? Navn eller nummer</translation>
    </message>
    <message>
      <source>With colleagues</source>
      <translation>Hos kolleger</translation>
    </message>
    <message>
      <source>Withheld number</source>
      <translation>Hemmeligt nummer</translation>
    </message>
    <message>
      <source>for {name}</source>
      <translation>til {name}</translation>
    </message>
    <message>
      <source>in the menu</source>
      <translation>i menuen</translation>
    </message>
    <message>
      <source>somebody</source>
      <translation>en kollega</translation>
    </message>
    <message>
      <source>{name} answers</source>
      <translation>{name} besvarer</translation>
    </message>
    <message>
      <source>{name} did not answer</source>
      <translation>{name} svarede ikke</translation>
    </message>
    <message>
      <source>{name} hands the call on</source>
      <translation>{name} sender opkaldet videre</translation>
    </message>
    <message>
      <source>{name} has the call</source>
      <translation>{name} har opkaldet</translation>
    </message>
    <message>
      <source>{name}: rings at {other}</source>
      <translation>{name}: ringer hos {other}</translation>
    </message>
  </context>
  <context>
    <name>Schedule</name>
    <message numerus="yes">
      <source>%n time(s) in all</source>
      <translation>
        <numerusform>%n gang i alt</numerusform>
        <numerusform>%n gange i alt</numerusform>
      </translation>
    </message>
    <message>
      <source>After a number of times</source>
      <translation>Efter et antal gange</translation>
    </message>
    <message>
      <source>By a rule of its own</source>
      <translation>Efter en særlig regel</translation>
    </message>
    <message>
      <source>Calendar</source>
      <translation>Kalender</translation>
    </message>
    <message>
      <source>Calls to</source>
      <translation>Opkald til</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>Annullér</translation>
    </message>
    <message>
      <source>Change</source>
      <translation>Ret</translation>
    </message>
    <message>
      <source>Change recurring diversion</source>
      <translation>Ret fast viderestilling</translation>
    </message>
    <message>
      <source>Choose a day between 2001 and 2099.</source>
      <translation>Vælg en dag mellem 2001 og 2099.</translation>
    </message>
    <message>
      <source>Colleagues see</source>
      <translation>Kolleger ser</translation>
    </message>
    <message>
      <source>Counts</source>
      <translation>Gælder</translation>
    </message>
    <message>
      <source>Day</source>
      <translation>Dag</translation>
    </message>
    <message>
      <source>Delete</source>
      <translation>Slet</translation>
    </message>
    <message>
      <source>Diversion</source>
      <translation>Viderestilling</translation>
    </message>
    <message>
      <source>Does not repeat</source>
      <translation>Gentages ikke</translation>
    </message>
    <message>
      <source>Drag in the week to make one</source>
      <translation>Træk i skemaet for at oprette</translation>
    </message>
    <message>
      <source>Ends</source>
      <translation>Slutter</translation>
    </message>
    <message>
      <source>Every day</source>
      <translation>Hver dag</translation>
    </message>
    <message>
      <source>Every month, day {day}</source>
      <translation>Hver måned den {day}.</translation>
    </message>
    <message>
      <source>Every month, fifth {day}</source>
      <translation>Hver måned, femte {day}</translation>
    </message>
    <message>
      <source>Every month, first {day}</source>
      <translation>Hver måned, første {day}</translation>
    </message>
    <message>
      <source>Every month, fourth {day}</source>
      <translation>Hver måned, fjerde {day}</translation>
    </message>
    <message>
      <source>Every month, last working day</source>
      <translation>Hver måned, sidste hverdag</translation>
    </message>
    <message>
      <source>Every month, last {day}</source>
      <translation>Hver måned, sidste {day}</translation>
    </message>
    <message>
      <source>Every month, second {day}</source>
      <translation>Hver måned, anden {day}</translation>
    </message>
    <message>
      <source>Every month, third {day}</source>
      <translation>Hver måned, tredje {day}</translation>
    </message>
    <message>
      <source>Every second week: {days}</source>
      <translation>Hver anden uge: {days}</translation>
    </message>
    <message>
      <source>Every week</source>
      <translation>Hver uge</translation>
    </message>
    <message>
      <source>Every weekday</source>
      <translation>Hver hverdag</translation>
    </message>
    <message>
      <source>Every {days}</source>
      <translation>Hver {days}</translation>
    </message>
    <message>
      <source>How many times</source>
      <translation>Hvor mange gange</translation>
    </message>
    <message>
      <source>It can come once a day at most.</source>
      <translation>Den kan højst komme én gang om dagen.</translation>
    </message>
    <message>
      <source>It can last a month at most.</source>
      <translation>Den kan højst vare en måned.</translation>
    </message>
    <message>
      <source>It would never come: no day answers to that.</source>
      <translation>Den ville aldrig komme: ingen dag passer til det.</translation>
    </message>
    <message>
      <source>Last day</source>
      <translation>Sidste dag</translation>
    </message>
    <message>
      <source>Move which?</source>
      <translation>Hvad skal flyttes?</translation>
    </message>
    <message>
      <source>Name, if you like</source>
      <translation>Navn (valgfrit)</translation>
    </message>
    <message>
      <source>Never</source>
      <translation>Aldrig</translation>
    </message>
    <message>
      <source>New recurring diversion</source>
      <translation>Ny fast viderestilling</translation>
    </message>
    <message>
      <source>Not on these days</source>
      <translation>Ikke på disse dage</translation>
    </message>
    <message>
      <source>Now or by a schedule</source>
      <translation>Nu eller efter skema</translation>
    </message>
    <message>
      <source>On</source>
      <translation>På</translation>
    </message>
    <message>
      <source>On a day</source>
      <translation>På en dag</translation>
    </message>
    <message>
      <source>Only this one</source>
      <translation>Kun denne</translation>
    </message>
    <message>
      <source>Phone stays open</source>
      <translation>Telefonen er åben</translation>
    </message>
    <message>
      <source>Reception sees</source>
      <translation>Receptionen ser</translation>
    </message>
    <message>
      <source>Repeats</source>
      <translation>Gentages</translation>
    </message>
    <message>
      <source>Save</source>
      <translation>Gem</translation>
    </message>
    <message>
      <source>Schedule</source>
      <translation>Skema</translation>
    </message>
    <message>
      <source>Skip public holidays</source>
      <translation>Spring helligdage over</translation>
    </message>
    <message>
      <source>Skip this day</source>
      <translation>Spring denne dag over</translation>
    </message>
    <message>
      <source>Stop the series</source>
      <translation>Stop serien</translation>
    </message>
    <message>
      <source>The last day lies before the first.</source>
      <translation>Den sidste dag ligger før den første.</translation>
    </message>
    <message>
      <source>The schedule stands as it was.</source>
      <translation>Skemaet er som før.</translation>
    </message>
    <message>
      <source>The schedule wasn't saved.</source>
      <translation>Den blev ikke gemt.</translation>
    </message>
    <message>
      <source>There is room for 100 schedules. Delete one first.</source>
      <translation>Der er plads til 100 faste viderestillinger. Slet en først.</translation>
    </message>
    <message>
      <source>These are too many days to leave out.</source>
      <translation>Det er for mange dage at springe over.</translation>
    </message>
    <message>
      <source>This and all following</source>
      <translation>Denne og alle følgende</translation>
    </message>
    <message>
      <source>Time</source>
      <translation>Tid</translation>
    </message>
    <message>
      <source>Today</source>
      <translation>I dag</translation>
    </message>
    <message>
      <source>Undo</source>
      <translation>Fortryd</translation>
    </message>
    <message>
      <source>Week back (Page up)</source>
      <translation>En uge tilbage (Page Up)</translation>
    </message>
    <message>
      <source>Week on (Page down)</source>
      <translation>En uge frem (Page Down)</translation>
    </message>
    <message>
      <source>Week {number}</source>
      <translation>Uge {number}</translation>
    </message>
    <message>
      <source>Weekly meeting</source>
      <translation>Ugemøde</translation>
    </message>
    <message>
      <source>Write a day, like 25/7.</source>
      <translation>Skriv en dag, f.eks. 25/7.</translation>
    </message>
    <message>
      <source>Write a time, like 12:30.</source>
      <translation>Skriv et klokkeslæt, f.eks. 12:30.</translation>
    </message>
    <message>
      <source>Write days with commas between, like 24/12, 31/12.</source>
      <translation>Skriv dage med komma imellem, f.eks. 24/12, 31/12.</translation>
    </message>
    <message>
      <source>Write how often it comes: 1 to 9999.</source>
      <translation>Skriv, hvor mange gange: 1 til 9999.</translation>
    </message>
    <message>
      <source>Write the last day, like 25/7.</source>
      <translation>Skriv den sidste dag, f.eks. 25/7.</translation>
    </message>
    <message>
      <source>d</source>
      <translation>d.</translation>
    </message>
    <message>
      <source>d MMM</source>
      <translation>d. MMM</translation>
    </message>
    <message>
      <source>d MMM yyyy</source>
      <translation>d. MMM yyyy</translation>
    </message>
    <message>
      <source>dddd d MMMM</source>
      <translation>dddd 'den' d. MMMM</translation>
    </message>
    <message>
      <source>free</source>
      <translation>ledig tid</translation>
    </message>
    <message>
      <source>until {day}</source>
      <translation>til {day}</translation>
    </message>
    <message>
      <source>{first} and {last}</source>
      <translation>{first} og {last}</translation>
    </message>
    <message>
      <source>{from}, until further notice</source>
      <translation>{from}, indtil videre</translation>
    </message>
    <message>
      <source>“{name}” has been deleted.</source>
      <translation>»{name}« er slettet.</translation>
    </message>
    <message>
      <source>“{name}” in the schedule counts instead</source>
      <translation>»{name}« i skemaet gælder i stedet</translation>
    </message>
    <message>
      <source>“{name}” is newer and counts instead</source>
      <translation>»{name}« er nyere og gælder i stedet</translation>
    </message>
    <message>
      <source>“{name}” is skipped on {day}.</source>
      <translation>»{name}« springes over {day}.</translation>
    </message>
    <message>
      <source>“{name}” no longer comes.</source>
      <translation>»{name}« kommer ikke længere.</translation>
    </message>
    <message>
      <source>“{name}”, set by hand, counts instead</source>
      <translation>»{name}«, som du selv har sat, gælder i stedet</translation>
    </message>
  </context>
  <context>
    <name>Settings</name>
    <message numerus="yes">
      <source>%n day(s)</source>
      <translation>
        <numerusform>%n dag</numerusform>
        <numerusform>%n dage</numerusform>
      </translation>
    </message>
    <message>
      <source>2 s</source>
      <translation>2 s</translation>
    </message>
    <message>
      <source>A PIN is set</source>
      <translation>Der er valgt en pinkode</translation>
    </message>
    <message>
      <source>A click on the icon opens the window</source>
      <translation>Vinduet åbner med et klik på ikonet</translation>
    </message>
    <message>
      <source>A ring counts down; Esc cancels</source>
      <translation>Ringen tæller ned; Esc fortryder</translation>
    </message>
    <message>
      <source>A second call rings while I speak</source>
      <translation>Et nyt opkald ringer, mens jeg taler</translation>
    </message>
    <message>
      <source>A time of day, for example 15:00</source>
      <translation>Et klokkeslæt, for eksempel 15:00</translation>
    </message>
    <message>
      <source>About</source>
      <translation>Om</translation>
    </message>
    <message>
      <source>Add</source>
      <translation>Tilføj</translation>
    </message>
    <message>
      <source>Add one of your own</source>
      <translation>Tilføj egen</translation>
    </message>
    <message>
      <source>Address of the directory</source>
      <translation>Nummerkatalogets adresse</translation>
    </message>
    <message>
      <source>Always ask</source>
      <translation>Spørg altid</translation>
    </message>
    <message>
      <source>Another number …</source>
      <translation>Et andet nummer …</translation>
    </message>
    <message>
      <source>Answer</source>
      <translation>Besvar</translation>
    </message>
    <message>
      <source>Appearance</source>
      <translation>Udseende</translation>
    </message>
    <message>
      <source>Applies to this computer only.</source>
      <translation>Gælder kun på denne computer.</translation>
    </message>
    <message>
      <source>Arrive by</source>
      <translation>Modtages via</translation>
    </message>
    <message>
      <source>As sent</source>
      <translation>Som afsendt</translation>
    </message>
    <message>
      <source>As soon as you are back from lunch or a break</source>
      <translation>Så snart du er tilbage fra frokost eller pause</translation>
    </message>
    <message>
      <source>Ask for the PIN from my own phone</source>
      <translation>Spørg om pinkode fra min egen telefon</translation>
    </message>
    <message>
      <source>Attach the recording</source>
      <translation>Vedhæft optagelsen</translation>
    </message>
    <message>
      <source>Back from lunch or a break</source>
      <translation>Tilbage fra frokost eller pause</translation>
    </message>
    <message>
      <source>Block a number</source>
      <translation>Spær et nummer</translation>
    </message>
    <message>
      <source>Blocked callers</source>
      <translation>Spærrede numre</translation>
    </message>
    <message>
      <source>Brings OnePresence to the front, and away again</source>
      <translation>Henter OnePresence frem og lægger det væk igen</translation>
    </message>
    <message>
      <source>By a click</source>
      <translation>Ved klik</translation>
    </message>
    <message>
      <source>Calendar</source>
      <translation>Kalender</translation>
    </message>
    <message>
      <source>Call a selected number from any program.</source>
      <translation>Ring til et markeret nummer fra alle programmer.</translation>
    </message>
    <message>
      <source>Call from</source>
      <translation>Ring ud fra</translation>
    </message>
    <message>
      <source>Call handling</source>
      <translation>Opkaldshåndtering</translation>
    </message>
    <message>
      <source>Call the selected number</source>
      <translation>Ring til markeret nummer</translation>
    </message>
    <message>
      <source>Callers can press 9 for reception</source>
      <translation>Den, der ringer, kan taste 9 for reception</translation>
    </message>
    <message>
      <source>Callers press 5 to hear it</source>
      <translation>Den, der ringer, taster 5 for at høre det</translation>
    </message>
    <message>
      <source>Calls</source>
      <translation>Opkald</translation>
    </message>
    <message>
      <source>Calls go to</source>
      <translation>Opkald går til</translation>
    </message>
    <message>
      <source>Calls you don't take</source>
      <translation>Opkald, du ikke tager</translation>
    </message>
    <message>
      <source>Can be changed when you are connected again.</source>
      <translation>Kan ændres, når du er forbundet igen.</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>Annullér</translation>
    </message>
    <message>
      <source>Change</source>
      <translation>Skift</translation>
    </message>
    <message>
      <source>Change password</source>
      <translation>Skift adgangskode</translation>
    </message>
    <message>
      <source>Change the PIN</source>
      <translation>Skift pinkoden</translation>
    </message>
    <message>
      <source>Change {name}</source>
      <translation>Redigér {name}</translation>
    </message>
    <message>
      <source>Choose a sound file for your name …</source>
      <translation>Vælg en lydfil til dit navn …</translation>
    </message>
    <message>
      <source>Choose a sound file for your own greeting …</source>
      <translation>Vælg en lydfil til din egen velkomst …</translation>
    </message>
    <message>
      <source>Colleagues always get through</source>
      <translation>Kolleger kommer altid igennem</translation>
    </message>
    <message>
      <source>Colleagues always see who calls</source>
      <translation>Kolleger ser altid, hvem der ringer</translation>
    </message>
    <message>
      <source>Colleagues may read the subject</source>
      <translation>Kolleger må læse emnet</translation>
    </message>
    <message>
      <source>Command palette</source>
      <translation>Kommandopalet</translation>
    </message>
    <message>
      <source>Connected</source>
      <translation>Forbundet</translation>
    </message>
    <message>
      <source>Connecting …</source>
      <translation>Forbinder …</translation>
    </message>
    <message>
      <source>Connection</source>
      <translation>Forbindelse</translation>
    </message>
    <message>
      <source>Connection lost and restored</source>
      <translation>Forbindelsen afbrudt og genoprettet</translation>
    </message>
    <message>
      <source>Copied</source>
      <translation>Kopieret</translation>
    </message>
    <message>
      <source>Copy</source>
      <translation>Kopiér</translation>
    </message>
    <message>
      <source>Country when it is missing</source>
      <translation>Land, når landekoden mangler</translation>
    </message>
    <message>
      <source>Counts for Do not disturb, and for diversions where you choose nobody else.</source>
      <translation>Gælder under Forstyr ikke og ved viderestillinger, hvor du ikke vælger andre.</translation>
    </message>
    <message>
      <source>Current password</source>
      <translation>Nuværende adgangskode</translation>
    </message>
    <message>
      <source>Customer card</source>
      <translation>Kundekort</translation>
    </message>
    <message>
      <source>Danish</source>
      <translation>Dansk</translation>
    </message>
    <message>
      <source>Dark</source>
      <translation>Mørkt</translation>
    </message>
    <message>
      <source>Delete heard messages after</source>
      <translation>Slet hørte beskeder efter</translation>
    </message>
    <message>
      <source>Delete your own greeting</source>
      <translation>Slet din egen velkomst</translation>
    </message>
    <message>
      <source>Delete your recorded name</source>
      <translation>Slet dit indtalte navn</translation>
    </message>
    <message>
      <source>Deleted</source>
      <translation>Slettet</translation>
    </message>
    <message>
      <source>Deleting …</source>
      <translation>Sletter …</translation>
    </message>
    <message>
      <source>Denmark</source>
      <translation>Danmark</translation>
    </message>
    <message>
      <source>Dense</source>
      <translation>Tæt</translation>
    </message>
    <message>
      <source>Destination deleted</source>
      <translation>Modtager slettet</translation>
    </message>
    <message>
      <source>Diagnostics</source>
      <translation>Fejlrapport</translation>
    </message>
    <message>
      <source>Discard</source>
      <translation>Kassér</translation>
    </message>
    <message>
      <source>Diversion</source>
      <translation>Viderestilling</translation>
    </message>
    <message>
      <source>Divert to OneVoicemail</source>
      <translation>Viderestil til OneVoicemail</translation>
    </message>
    <message>
      <source>Do nothing</source>
      <translation>Gør intet</translation>
    </message>
    <message>
      <source>Doesn't apply while you are diverted</source>
      <translation>Gælder ikke ved viderestilling</translation>
    </message>
    <message>
      <source>E-mail</source>
      <translation>E-mail</translation>
    </message>
    <message>
      <source>E-mail and SMS</source>
      <translation>E-mail og SMS</translation>
    </message>
    <message>
      <source>Empty: krak.dk for Danish and hitta.se for Swedish numbers; {number} is the number</source>
      <translation>Tomt: krak.dk for danske og hitta.se for svenske numre; {number} er nummeret</translation>
    </message>
    <message>
      <source>End</source>
      <translation>Afslut</translation>
    </message>
    <message>
      <source>End the session on {device}</source>
      <translation>Log ud på {device}</translation>
    </message>
    <message>
      <source>Ends your call, or rejects one that rings</source>
      <translation>Afslutter din samtale eller afviser et opkald, der ringer</translation>
    </message>
    <message>
      <source>English</source>
      <translation>Engelsk</translation>
    </message>
    <message>
      <source>Everybody</source>
      <translation>Alle</translation>
    </message>
    <message>
      <source>External contacts</source>
      <translation>Eksterne kontakter</translation>
    </message>
    <message>
      <source>External contacts are those the company shares; your own are in the phonebook</source>
      <translation>Eksterne kontakter er firmaets fælles; dine egne er i telefonbogen</translation>
    </message>
    <message>
      <source>Fetching …</source>
      <translation>Henter …</translation>
    </message>
    <message>
      <source>Find people, numbers and commands from any program</source>
      <translation>Find personer, numre og kommandoer fra alle programmer</translation>
    </message>
    <message>
      <source>Finland</source>
      <translation>Finland</translation>
    </message>
    <message>
      <source>First page</source>
      <translation>Første side</translation>
    </message>
    <message>
      <source>For OnePresence. Digits only.</source>
      <translation>Til OnePresence. Kun cifre.</translation>
    </message>
    <message>
      <source>For colleagues' computers</source>
      <translation>Til kollegers computere</translation>
    </message>
    <message>
      <source>Free software under the GNU GPL, version 3 or later</source>
      <translation>Fri software under GNU GPL, version 3 eller nyere</translation>
    </message>
    <message>
      <source>From other phones it is always asked for</source>
      <translation>Fra andre telefoner bliver der altid spurgt</translation>
    </message>
    <message>
      <source>Germany</source>
      <translation>Tyskland</translation>
    </message>
    <message>
      <source>Give it a name</source>
      <translation>Giv den et navn</translation>
    </message>
    <message>
      <source>Greeting</source>
      <translation>Velkomst</translation>
    </message>
    <message>
      <source>Hang up</source>
      <translation>Læg på</translation>
    </message>
    <message>
      <source>Hardly anything was heard. Is it the right microphone?</source>
      <translation>Der blev næsten intet hørt. Er det den rigtige mikrofon?</translation>
    </message>
    <message>
      <source>Help</source>
      <translation>Hjælp</translation>
    </message>
    <message>
      <source>Hide the PIN</source>
      <translation>Skjul pinkoden</translation>
    </message>
    <message>
      <source>High contrast</source>
      <translation>Høj kontrast</translation>
    </message>
    <message>
      <source>How OneVoicemail meets your callers.</source>
      <translation>Hvordan OneVoicemail møder dem, der ringer.</translation>
    </message>
    <message>
      <source>How long</source>
      <translation>Hvor længe</translation>
    </message>
    <message>
      <source>Icon</source>
      <translation>Ikon</translation>
    </message>
    <message>
      <source>Incoming call</source>
      <translation>Indgående opkald</translation>
    </message>
    <message>
      <source>Internal users</source>
      <translation>Interne brugere</translation>
    </message>
    <message>
      <source>Keep</source>
      <translation>Behold</translation>
    </message>
    <message>
      <source>Keep the telephone system running</source>
      <translation>Lad telefonsystemet køre videre</translation>
    </message>
    <message>
      <source>Kept messages are never deleted</source>
      <translation>Beholdte beskeder slettes aldrig</translation>
    </message>
    <message>
      <source>Key</source>
      <translation>Tast</translation>
    </message>
    <message>
      <source>Keys</source>
      <translation>Taster</translation>
    </message>
    <message>
      <source>Keys in any program</source>
      <translation>Genveje overalt</translation>
    </message>
    <message>
      <source>Known words: {words}</source>
      <translation>Kendte ord: {words}</translation>
    </message>
    <message>
      <source>Language</source>
      <translation>Sprog</translation>
    </message>
    <message>
      <source>Language and start</source>
      <translation>Sprog og start</translation>
    </message>
    <message>
      <source>Language of the greeting</source>
      <translation>Velkomstens sprog</translation>
    </message>
    <message>
      <source>Last seen {ago}</source>
      <translation>Sidst set {ago}</translation>
    </message>
    <message>
      <source>Let {name} in again</source>
      <translation>Ophæv spærringen af {name}</translation>
    </message>
    <message>
      <source>Light</source>
      <translation>Lyst</translation>
    </message>
    <message>
      <source>Listen to how it sounds</source>
      <translation>Hør, hvordan det lyder</translation>
    </message>
    <message>
      <source>Listen to the recording</source>
      <translation>Lyt til optagelsen</translation>
    </message>
    <message>
      <source>Listening by phone</source>
      <translation>Aflytning fra telefon</translation>
    </message>
    <message>
      <source>Log folder</source>
      <translation>Mappe med log</translation>
    </message>
    <message>
      <source>Longest message</source>
      <translation>Længste besked</translation>
    </message>
    <message>
      <source>Loudness</source>
      <translation>Lydstyrke</translation>
    </message>
    <message>
      <source>Mailbox</source>
      <translation>Postkasse</translation>
    </message>
    <message>
      <source>May divert</source>
      <translation>Må viderestille</translation>
    </message>
    <message>
      <source>Means</source>
      <translation>Betyder</translation>
    </message>
    <message>
      <source>Meetings</source>
      <translation>Møder</translation>
    </message>
    <message>
      <source>Message</source>
      <translation>Besked</translation>
    </message>
    <message>
      <source>Minutes</source>
      <translation>Minutter</translation>
    </message>
    <message>
      <source>Minutes as a number, for example 90</source>
      <translation>Minutter som et tal, for eksempel 90</translation>
    </message>
    <message>
      <source>Missed call</source>
      <translation>Ubesvaret opkald</translation>
    </message>
    <message>
      <source>My desk phone</source>
      <translation>Min bordtelefon</translation>
    </message>
    <message>
      <source>My mobile</source>
      <translation>Min mobil</translation>
    </message>
    <message>
      <source>My number</source>
      <translation>Mit nummer</translation>
    </message>
    <message>
      <source>Name</source>
      <translation>Navn</translation>
    </message>
    <message>
      <source>Name of the destination</source>
      <translation>Destinationens navn</translation>
    </message>
    <message>
      <source>Never</source>
      <translation>Aldrig</translation>
    </message>
    <message>
      <source>Never that of a private entry</source>
      <translation>Aldrig emnet på en privat aftale</translation>
    </message>
    <message>
      <source>New messages</source>
      <translation>Nye beskeder</translation>
    </message>
    <message>
      <source>New messages are played at once, without a menu</source>
      <translation>Nye beskeder afspilles med det samme, uden menu</translation>
    </message>
    <message>
      <source>New text message</source>
      <translation>Ny tekstbesked</translation>
    </message>
    <message>
      <source>New voicemail</source>
      <translation>Ny voicemail</translation>
    </message>
    <message>
      <source>No microphone was found. Record by phone, or choose a file.</source>
      <translation>Der blev ikke fundet nogen mikrofon. Indtal via telefonen, eller vælg en fil.</translation>
    </message>
    <message>
      <source>No setting matches</source>
      <translation>Ingen indstilling matcher</translation>
    </message>
    <message>
      <source>None</source>
      <translation>Ingen</translation>
    </message>
    <message>
      <source>None: callers hear the usual greeting</source>
      <translation>Ingen: den, der ringer, hører den almindelige</translation>
    </message>
    <message>
      <source>None: you can't listen from other phones</source>
      <translation>Ingen: du kan ikke aflytte fra andre telefoner</translation>
    </message>
    <message>
      <source>Norway</source>
      <translation>Norge</translation>
    </message>
    <message>
      <source>Not connected</source>
      <translation>Ikke forbundet</translation>
    </message>
    <message>
      <source>Not recorded: the computer voice says it</source>
      <translation>Ikke indtalt: computerstemmen siger det</translation>
    </message>
    <message>
      <source>Not whole days, and not what is marked as free</source>
      <translation>Ikke hele dage og ikke det, der er markeret som ledig</translation>
    </message>
    <message>
      <source>Nothing slides or pulses</source>
      <translation>Intet glider eller pulserer</translation>
    </message>
    <message>
      <source>Notifications</source>
      <translation>Notifikationer</translation>
    </message>
    <message>
      <source>Number</source>
      <translation>Nummer</translation>
    </message>
    <message>
      <source>Number look-up</source>
      <translation>Nummeropslag</translation>
    </message>
    <message>
      <source>Number of the destination</source>
      <translation>Destinationens nummer</translation>
    </message>
    <message>
      <source>Number shown to whoever you call</source>
      <translation>Nummer, der vises, når du ringer</translation>
    </message>
    <message>
      <source>Off: callers hear the greeting alone</source>
      <translation>Fra: den, der ringer, hører kun velkomsten</translation>
    </message>
    <message>
      <source>Off: whoever calls then finds me busy</source>
      <translation>Fra: den, der ringer, får optaget</translation>
    </message>
    <message>
      <source>Offers to open the phone when you use the computer or the desk phone</source>
      <translation>Tilbyder at åbne telefonen, når du bruger computeren eller bordtelefonen</translation>
    </message>
    <message>
      <source>On this computer</source>
      <translation>På denne computer</translation>
    </message>
    <message>
      <source>One of your calendars may divert: by its meetings, and by words in its entries.</source>
      <translation>Én af dine kalendere må viderestille: ved sine møder og ved ord i sine aftaler.</translation>
    </message>
    <message>
      <source>OnePresence</source>
      <translation>OnePresence</translation>
    </message>
    <message>
      <source>Only when it lasts longer than a moment</source>
      <translation>Kun når det varer mere end et øjeblik</translation>
    </message>
    <message>
      <source>Open</source>
      <translation>Åbn</translation>
    </message>
    <message>
      <source>Open tel: links in OnePresence</source>
      <translation>Åbn tel:-links i OnePresence</translation>
    </message>
    <message>
      <source>Open the phone without asking</source>
      <translation>Åbn telefonen uden at spørge</translation>
    </message>
    <message>
      <source>Opens</source>
      <translation>Åbnes</translation>
    </message>
    <message>
      <source>Out of office counts as well</source>
      <translation>Ikke til stede tæller også</translation>
    </message>
    <message>
      <source>PIN for the mailbox</source>
      <translation>Pinkode til postkassen</translation>
    </message>
    <message>
      <source>Panel behind the icon</source>
      <translation>Panelet bag ikonet</translation>
    </message>
    <message>
      <source>Password</source>
      <translation>Adgangskode</translation>
    </message>
    <message>
      <source>Phones go on working when OnePresence is quit</source>
      <translation>Telefonerne virker fortsat, når OnePresence afsluttes</translation>
    </message>
    <message>
      <source>Play</source>
      <translation>Afspil</translation>
    </message>
    <message>
      <source>Play messages in</source>
      <translation>Afspil beskeder i</translation>
    </message>
    <message>
      <source>Play your name</source>
      <translation>Afspil dit navn</translation>
    </message>
    <message>
      <source>Play your own greeting</source>
      <translation>Afspil din egen velkomst</translation>
    </message>
    <message>
      <source>Programs and devices that are signed in as you. End what you don't know.</source>
      <translation>Programmer og enheder, der er logget ind som dig. Afslut dem, du ikke kender.</translation>
    </message>
    <message>
      <source>Quick diversion deleted</source>
      <translation>Hurtig viderestilling slettet</translation>
    </message>
    <message>
      <source>Quick diversions</source>
      <translation>Hurtige viderestillinger</translation>
    </message>
    <message>
      <source>Quick diversions, and what happens to calls you don't take.</source>
      <translation>Hurtige viderestillinger, og hvad der sker med opkald, du ikke tager.</translation>
    </message>
    <message>
      <source>Quick listening</source>
      <translation>Hurtig aflytning</translation>
    </message>
    <message>
      <source>Quit from the tray's menu</source>
      <translation>Afslut helt fra bakkemenuen</translation>
    </message>
    <message>
      <source>Reason</source>
      <translation>Årsag</translation>
    </message>
    <message>
      <source>Record by phone</source>
      <translation>Indtal i telefonen</translation>
    </message>
    <message>
      <source>Record your name by phone</source>
      <translation>Indtal dit navn i telefonen</translation>
    </message>
    <message>
      <source>Record your name with the microphone</source>
      <translation>Indtal dit navn med mikrofonen</translation>
    </message>
    <message>
      <source>Record your own greeting by phone</source>
      <translation>Indtal din egen velkomst i telefonen</translation>
    </message>
    <message>
      <source>Record your own greeting with the microphone</source>
      <translation>Indtal din egen velkomst med mikrofonen</translation>
    </message>
    <message>
      <source>Recorded: {length}</source>
      <translation>Indtalt: {length}</translation>
    </message>
    <message>
      <source>Reduce motion</source>
      <translation>Mindre bevægelse</translation>
    </message>
    <message>
      <source>Refuse callers without a number</source>
      <translation>Afvis opkald uden nummer</translation>
    </message>
    <message>
      <source>Remove the PIN</source>
      <translation>Fjern pinkoden</translation>
    </message>
    <message>
      <source>Remove {name}</source>
      <translation>Fjern {name}</translation>
    </message>
    <message>
      <source>Remove {word}</source>
      <translation>Fjern {word}</translation>
    </message>
    <message>
      <source>Roomy</source>
      <translation>Luftig</translation>
    </message>
    <message>
      <source>Row height in lists</source>
      <translation>Rækkehøjde i lister</translation>
    </message>
    <message>
      <source>SMS</source>
      <translation>SMS</translation>
    </message>
    <message>
      <source>Save</source>
      <translation>Gem</translation>
    </message>
    <message>
      <source>Saved destinations</source>
      <translation>Gemte destinationer</translation>
    </message>
    <message>
      <source>Search</source>
      <translation>Søgning</translation>
    </message>
    <message>
      <source>Search among</source>
      <translation>Søg blandt</translation>
    </message>
    <message>
      <source>Search in settings</source>
      <translation>Søg i indstillinger</translation>
    </message>
    <message>
      <source>Second language</source>
      <translation>Andet sprog</translation>
    </message>
    <message>
      <source>Select a number anywhere, and press it</source>
      <translation>Markér et nummer et sted, og tryk på tasten</translation>
    </message>
    <message>
      <source>Select the number and press {keys}</source>
      <translation>Markér nummeret, og tryk {keys}</translation>
    </message>
    <message>
      <source>Select the number first</source>
      <translation>Markér nummeret først</translation>
    </message>
    <message>
      <source>Sending the file …</source>
      <translation>Sender filen …</translation>
    </message>
    <message>
      <source>Sending the recording …</source>
      <translation>Optagelsen sendes …</translation>
    </message>
    <message>
      <source>Server</source>
      <translation>Server</translation>
    </message>
    <message>
      <source>Set</source>
      <translation>Vælg</translation>
    </message>
    <message>
      <source>Set the PIN</source>
      <translation>Vælg pinkoden</translation>
    </message>
    <message>
      <source>Show</source>
      <translation>Vis</translation>
    </message>
    <message>
      <source>Show or hide the window</source>
      <translation>Vis eller skjul vinduet</translation>
    </message>
    <message>
      <source>Show that I am in a meeting</source>
      <translation>Vis, at jeg er i møde</translation>
    </message>
    <message>
      <source>Show the PIN</source>
      <translation>Vis pinkoden</translation>
    </message>
    <message>
      <source>Sign out</source>
      <translation>Log ud</translation>
    </message>
    <message>
      <source>Signed in as</source>
      <translation>Logget ind som</translation>
    </message>
    <message>
      <source>Signed in on</source>
      <translation>Logget ind på</translation>
    </message>
    <message>
      <source>Signed out</source>
      <translation>Logget ud</translation>
    </message>
    <message>
      <source>Six digits or more are harder to guess.</source>
      <translation>Seks eller flere cifre er sværere at gætte.</translation>
    </message>
    <message>
      <source>Size</source>
      <translation>Størrelse</translation>
    </message>
    <message>
      <source>So that the icon stands out from it</source>
      <translation>Så ikonet kan ses tydeligt</translation>
    </message>
    <message>
      <source>Sound</source>
      <translation>Lyd</translation>
    </message>
    <message>
      <source>Sound files (*.wav)</source>
      <translation>Lydfiler (*.wav)</translation>
    </message>
    <message>
      <source>Sound: {event}</source>
      <translation>Lyd: {event}</translation>
    </message>
    <message>
      <source>Speak now · {time} of {most}</source>
      <translation>Tal nu · {time} af {most}</translation>
    </message>
    <message>
      <source>Start</source>
      <translation>Start</translation>
    </message>
    <message>
      <source>Start OnePresence when I sign in to the computer</source>
      <translation>Start OnePresence, når jeg logger på computeren</translation>
    </message>
    <message>
      <source>Start hidden in the tray</source>
      <translation>Start skjult i systembakken</translation>
    </message>
    <message>
      <source>Stay signed in</source>
      <translation>Forbliv logget ind</translation>
    </message>
    <message>
      <source>Stop</source>
      <translation>Stop</translation>
    </message>
    <message>
      <source>Stronger text and lines</source>
      <translation>Tydeligere tekst og streger</translation>
    </message>
    <message>
      <source>Sweden</source>
      <translation>Sverige</translation>
    </message>
    <message>
      <source>Swedish</source>
      <translation>Svensk</translation>
    </message>
    <message>
      <source>System default</source>
      <translation>Som systemet</translation>
    </message>
    <message>
      <source>Take messages</source>
      <translation>Tag imod beskeder</translation>
    </message>
    <message>
      <source>Takes the call that rings, at your phone</source>
      <translation>Tager det opkald, der ringer, på din telefon</translation>
    </message>
    <message>
      <source>Tell me of new messages by SMS</source>
      <translation>Giv mig besked om nye beskeder som SMS</translation>
    </message>
    <message>
      <source>Tell me of new messages by e-mail</source>
      <translation>Giv mig besked om nye beskeder på e-mail</translation>
    </message>
    <message>
      <source>Text and controls; counts from the next start</source>
      <translation>Tekst og knapper; gælder fra næste start</translation>
    </message>
    <message>
      <source>Text for colleagues</source>
      <translation>Tekst til kolleger</translation>
    </message>
    <message>
      <source>Text for the reception</source>
      <translation>Tekst til receptionen</translation>
    </message>
    <message>
      <source>Texts from colleagues</source>
      <translation>Tekstbeskeder fra kolleger</translation>
    </message>
    <message>
      <source>The PIN has been set</source>
      <translation>Pinkoden er gemt</translation>
    </message>
    <message>
      <source>The close button hides the window</source>
      <translation>Luk-knappen skjuler vinduet</translation>
    </message>
    <message>
      <source>The company's ({country})</source>
      <translation>Virksomhedens ({country})</translation>
    </message>
    <message>
      <source>The current password isn't right.</source>
      <translation>Den nuværende adgangskode er ikke rigtig.</translation>
    </message>
    <message>
      <source>The demo company on this computer</source>
      <translation>Demofirmaet på denne computer</translation>
    </message>
    <message>
      <source>The eight words they compare</source>
      <translation>De otte ord, de skal sammenligne</translation>
    </message>
    <message>
      <source>The microphone gives no sound.</source>
      <translation>Mikrofonen giver ingen lyd.</translation>
    </message>
    <message>
      <source>The microphone is switched on …</source>
      <translation>Mikrofonen tændes …</translation>
    </message>
    <message>
      <source>The password has been changed.</source>
      <translation>Adgangskoden er skiftet.</translation>
    </message>
    <message>
      <source>The phone rings for</source>
      <translation>Telefonen ringer i</translation>
    </message>
    <message>
      <source>The session is kept in the system's keyring</source>
      <translation>Login gemmes i systemets nøglering</translation>
    </message>
    <message>
      <source>The system doesn’t let OnePresence use the microphone.</source>
      <translation>Systemet lader ikke OnePresence bruge mikrofonen.</translation>
    </message>
    <message>
      <source>The system refused: {reason}</source>
      <translation>Systemet afviste det: {reason}</translation>
    </message>
    <message>
      <source>The system's player</source>
      <translation>Systemets afspiller</translation>
    </message>
    <message>
      <source>Then, when I don't answer</source>
      <translation>Derefter, når jeg ikke svarer</translation>
    </message>
    <message>
      <source>They are always in the inbox, too</source>
      <translation>De ligger altid også i indbakken</translation>
    </message>
    <message>
      <source>This address is too long</source>
      <translation>Adressen er for lang</translation>
    </message>
    <message>
      <source>This computer</source>
      <translation>Denne computer</translation>
    </message>
    <message>
      <source>This is no address that begins with http:// or https://</source>
      <translation>Det er ikke en adresse, der begynder med http:// eller https://</translation>
    </message>
    <message>
      <source>This program</source>
      <translation>Dette program</translation>
    </message>
    <message>
      <source>Time of day</source>
      <translation>Klokkeslæt</translation>
    </message>
    <message>
      <source>Time to cancel before a call</source>
      <translation>Fortryd-tid før opkald</translation>
    </message>
    <message>
      <source>To {address}</source>
      <translation>Til {address}</translation>
    </message>
    <message>
      <source>Try it now</source>
      <translation>Prøv den nu</translation>
    </message>
    <message>
      <source>Type the number calls should go to</source>
      <translation>Skriv nummeret, opkald skal gå til</translation>
    </message>
    <message>
      <source>Undo</source>
      <translation>Fortryd</translation>
    </message>
    <message>
      <source>United Kingdom</source>
      <translation>Storbritannien</translation>
    </message>
    <message>
      <source>United States</source>
      <translation>USA</translation>
    </message>
    <message>
      <source>Unnamed device</source>
      <translation>Enhed uden navn</translation>
    </message>
    <message>
      <source>Until a time</source>
      <translation>Til et klokkeslæt</translation>
    </message>
    <message>
      <source>Until further notice</source>
      <translation>Indtil videre</translation>
    </message>
    <message>
      <source>Version and connection.</source>
      <translation>Version og forbindelse.</translation>
    </message>
    <message>
      <source>Version {version}</source>
      <translation>Version {version}</translation>
    </message>
    <message>
      <source>Web address</source>
      <translation>Webadresse</translation>
    </message>
    <message>
      <source>What a caller would hear now</source>
      <translation>Det, man hører, når man ringer nu</translation>
    </message>
    <message>
      <source>What your meetings show, and what they do to your calls.</source>
      <translation>Hvad dine møder viser, og hvad de gør ved dine opkald.</translation>
    </message>
    <message>
      <source>When I am on the phone</source>
      <translation>Når jeg er optaget i telefon</translation>
    </message>
    <message>
      <source>When I don't answer</source>
      <translation>Når jeg ikke svarer</translation>
    </message>
    <message>
      <source>When OnePresence may disturb you.</source>
      <translation>Hvornår OnePresence må forstyrre.</translation>
    </message>
    <message>
      <source>When a colleague calls</source>
      <translation>Når en kollega ringer</translation>
    </message>
    <message>
      <source>When answered</source>
      <translation>Ved svar</translation>
    </message>
    <message>
      <source>When it rings</source>
      <translation>Hvornår den ringer</translation>
    </message>
    <message>
      <source>When my phone can't be reached</source>
      <translation>Når min telefon ikke kan nås</translation>
    </message>
    <message>
      <source>Who calls, and where to send the call</source>
      <translation>Hvem der ringer, og hvor opkaldet skal sendes hen</translation>
    </message>
    <message>
      <source>Who gets through as usual</source>
      <translation>Hvem kommer normalt igennem</translation>
    </message>
    <message>
      <source>Windows lets only you choose it: Settings, Apps, Default apps</source>
      <translation>Windows lader kun dig vælge det: Indstillinger, Apps, Standardapps</translation>
    </message>
    <message>
      <source>Withheld</source>
      <translation>Hemmeligt</translation>
    </message>
    <message>
      <source>Without numbers, names, messages or passwords</source>
      <translation>Uden numre, navne, beskeder og adgangskoder</translation>
    </message>
    <message>
      <source>Word</source>
      <translation>Ord</translation>
    </message>
    <message>
      <source>Words become absences</source>
      <translation>Ord bliver til fravær</translation>
    </message>
    <message>
      <source>Words in the calendar</source>
      <translation>Ord i kalenderen</translation>
    </message>
    <message>
      <source>Words of my own</source>
      <translation>Mine egne ord</translation>
    </message>
    <message>
      <source>Works</source>
      <translation>Virker</translation>
    </message>
    <message>
      <source>You are told five minutes before, and can say: not this time</source>
      <translation>Du får besked fem minutter før og kan sige: ikke denne gang</translation>
    </message>
    <message>
      <source>You have no mobile number; enter it under My details</source>
      <translation>Du har intet mobilnummer; skriv det under Mine oplysninger</translation>
    </message>
    <message>
      <source>Your administrator hasn't entered an e-mail address for you</source>
      <translation>Din administrator har ikke angivet en e-mailadresse for dig</translation>
    </message>
    <message>
      <source>Your calendar isn't connected. Your administrator does that.</source>
      <translation>Din kalender er ikke forbundet. Det gør din administrator.</translation>
    </message>
    <message>
      <source>Your name</source>
      <translation>Dit navn</translation>
    </message>
    <message>
      <source>Your own greeting</source>
      <translation>Din egen velkomst</translation>
    </message>
    <message>
      <source>Your phone is being called …</source>
      <translation>Ringer din telefon op …</translation>
    </message>
    <message>
      <source>Your phone rings. Speak after the tone.</source>
      <translation>Din telefon ringer. Tal efter tonen.</translation>
    </message>
    <message>
      <source>version {version} is out</source>
      <translation>version {version} er kommet</translation>
    </message>
    <message>
      <source>{number} is where the caller's number goes</source>
      <translation>{number} er dér, hvor nummeret indsættes</translation>
    </message>
    <message>
      <source>{number} must stand in it, after the server's name</source>
      <translation>{number} skal indgå efter serverens navn</translation>
    </message>
  </context>
  <context>
    <name>Shell</name>
    <message numerus="yes">
      <source>%n voicemail(s) meanwhile</source>
      <translation>
        <numerusform>%n voicemail imens</numerusform>
        <numerusform>%n voicemails imens</numerusform>
      </translation>
    </message>
    <message>
      <source>1 hour</source>
      <translation>1 time</translation>
    </message>
    <message>
      <source>2 hours</source>
      <translation>2 timer</translation>
    </message>
    <message>
      <source>30 minutes</source>
      <translation>30 minutter</translation>
    </message>
    <message>
      <source>Answer</source>
      <translation>Besvar</translation>
    </message>
    <message>
      <source>Answered</source>
      <translation>Besvaret</translation>
    </message>
    <message>
      <source>Answered on {device}</source>
      <translation>Besvaret på {device}</translation>
    </message>
    <message>
      <source>Ask first</source>
      <translation>Spørg først</translation>
    </message>
    <message>
      <source>Call</source>
      <translation>Ring op</translation>
    </message>
    <message>
      <source>Call back</source>
      <translation>Ring tilbage</translation>
    </message>
    <message>
      <source>Call from {device}</source>
      <translation>Ring fra {device}</translation>
    </message>
    <message>
      <source>Call them from your phone, then connect the two</source>
      <translation>Ring op fra din egen telefon, og forbind derefter de to</translation>
    </message>
    <message>
      <source>Calls go straight to OneVoicemail.</source>
      <translation>Opkald går direkte til OneVoicemail.</translation>
    </message>
    <message>
      <source>Clear the search</source>
      <translation>Ryd søgning</translation>
    </message>
    <message>
      <source>Close</source>
      <translation>Luk</translation>
    </message>
    <message>
      <source>Colleagues and emergency services always see your own number.</source>
      <translation>Kolleger og alarmcentralen ser altid dit eget nummer.</translation>
    </message>
    <message>
      <source>Compare the words …</source>
      <translation>Sammenlign ordene …</translation>
    </message>
    <message>
      <source>Connect the two</source>
      <translation>Forbind de to</translation>
    </message>
    <message>
      <source>Connected</source>
      <translation>Forbundet</translation>
    </message>
    <message>
      <source>Connected again</source>
      <translation>Forbundet igen</translation>
    </message>
    <message>
      <source>Connected · {place}</source>
      <translation>Forbundet · {place}</translation>
    </message>
    <message>
      <source>Connecting …</source>
      <translation>Forbinder …</translation>
    </message>
    <message>
      <source>Demo</source>
      <translation>Demo</translation>
    </message>
    <message>
      <source>Demo – connected</source>
      <translation>Demo – forbundet</translation>
    </message>
    <message>
      <source>Demo – simulated calls and colleagues</source>
      <translation>Demo – simulerede opkald og kolleger</translation>
    </message>
    <message>
      <source>Disconnected</source>
      <translation>Afbrudt</translation>
    </message>
    <message>
      <source>Disconnected {time}</source>
      <translation>Afbrudt {time}</translation>
    </message>
    <message>
      <source>Divert</source>
      <translation>Viderestil</translation>
    </message>
    <message>
      <source>Divert to</source>
      <translation>Viderestil til</translation>
    </message>
    <message>
      <source>Diverted from {name}</source>
      <translation>Viderestillet fra {name}</translation>
    </message>
    <message>
      <source>Do not disturb</source>
      <translation>Forstyr ikke</translation>
    </message>
    <message>
      <source>Edit quick diversions</source>
      <translation>Redigér hurtige viderestillinger</translation>
    </message>
    <message>
      <source>From your calendar: {destination}</source>
      <translation>Fra din kalender: {destination}</translation>
    </message>
    <message>
      <source>Hang up</source>
      <translation>Læg på</translation>
    </message>
    <message>
      <source>Hold</source>
      <translation>Sæt på hold</translation>
    </message>
    <message>
      <source>In any program</source>
      <translation>I alle programmer</translation>
    </message>
    <message>
      <source>In this window</source>
      <translation>I dette vindue</translation>
    </message>
    <message>
      <source>Is calling you</source>
      <translation>Ringer til dig</translation>
    </message>
    <message>
      <source>Is leaving a message</source>
      <translation>Indtaler en besked</translation>
    </message>
    <message>
      <source>Keep {until}</source>
      <translation>Behold {until}</translation>
    </message>
    <message>
      <source>Keys</source>
      <translation>Taster</translation>
    </message>
    <message>
      <source>Lift your phone</source>
      <translation>Løft røret</translation>
    </message>
    <message>
      <source>Message from {name}</source>
      <translation>Besked fra {name}</translation>
    </message>
    <message>
      <source>Missed call from {name}</source>
      <translation>Ubesvaret opkald fra {name}</translation>
    </message>
    <message>
      <source>Missed {when}</source>
      <translation>Ubesvaret {when}</translation>
    </message>
    <message>
      <source>My mobile</source>
      <translation>Min mobil</translation>
    </message>
    <message>
      <source>My state</source>
      <translation>Min status</translation>
    </message>
    <message>
      <source>Name or number</source>
      <translation>Navn eller nummer</translation>
    </message>
    <message>
      <source>New voicemail from {name}</source>
      <translation>Ny voicemail fra {name}</translation>
    </message>
    <message>
      <source>Next pane</source>
      <translation>Næste rude</translation>
    </message>
    <message>
      <source>No connection to the telephone system.</source>
      <translation>Ingen forbindelse til telefonsystemet.</translation>
    </message>
    <message>
      <source>Nobody took the call to {group}</source>
      <translation>Ingen tog opkaldet til {group}</translation>
    </message>
    <message>
      <source>Not connected</source>
      <translation>Ikke forbundet</translation>
    </message>
    <message>
      <source>Not this time</source>
      <translation>Ikke denne gang</translation>
    </message>
    <message>
      <source>On hold</source>
      <translation>På hold</translation>
    </message>
    <message>
      <source>One step back</source>
      <translation>Et trin tilbage</translation>
    </message>
    <message>
      <source>Only the next call</source>
      <translation>Kun næste opkald</translation>
    </message>
    <message>
      <source>Open</source>
      <translation>Åbn</translation>
    </message>
    <message>
      <source>Open the customer card</source>
      <translation>Åbn kundekort</translation>
    </message>
    <message>
      <source>Open the phone</source>
      <translation>Åbn telefonen</translation>
    </message>
    <message>
      <source>Open without asking from now on</source>
      <translation>Åbn fremover uden at spørge</translation>
    </message>
    <message>
      <source>Other diversion …</source>
      <translation>Anden viderestilling …</translation>
    </message>
    <message>
      <source>Play</source>
      <translation>Afspil</translation>
    </message>
    <message>
      <source>Quick diversions</source>
      <translation>Hurtige viderestillinger</translation>
    </message>
    <message>
      <source>Reject</source>
      <translation>Afvis</translation>
    </message>
    <message>
      <source>Resume</source>
      <translation>Genoptag</translation>
    </message>
    <message>
      <source>Ringing</source>
      <translation>Ringer</translation>
    </message>
    <message>
      <source>Search field</source>
      <translation>Søgefelt</translation>
    </message>
    <message>
      <source>Search name, number, department – or type a number</source>
      <translation>Søg navn, nummer, afdeling – eller skriv et nummer</translation>
    </message>
    <message>
      <source>Search or type a number</source>
      <translation>Søg eller skriv nummer</translation>
    </message>
    <message>
      <source>Show</source>
      <translation>Vis</translation>
    </message>
    <message>
      <source>Shows</source>
      <translation>Viser</translation>
    </message>
    <message>
      <source>Shows next</source>
      <translation>Viser næste gang</translation>
    </message>
    <message>
      <source>Signed out</source>
      <translation>Logget ud</translation>
    </message>
    <message>
      <source>Somebody else …</source>
      <translation>En anden …</translation>
    </message>
    <message>
      <source>Spoke {when} with you</source>
      <translation>Talte {when} med dig</translation>
    </message>
    <message>
      <source>Spoke {when} with {name}</source>
      <translation>Talte {when} med {name}</translation>
    </message>
    <message>
      <source>State unknown</source>
      <translation>Ukendt status</translation>
    </message>
    <message>
      <source>States are live</source>
      <translation>Status er opdateret</translation>
    </message>
    <message>
      <source>States may be out of date.</source>
      <translation>Status kan være forældet.</translation>
    </message>
    <message>
      <source>Take the call</source>
      <translation>Tag opkaldet</translation>
    </message>
    <message>
      <source>Then {name} is called</source>
      <translation>Derefter ringes der til {name}</translation>
    </message>
    <message>
      <source>To {group}</source>
      <translation>Til {group}</translation>
    </message>
    <message>
      <source>Transfer</source>
      <translation>Omstil</translation>
    </message>
    <message>
      <source>Transfer to</source>
      <translation>Omstil til</translation>
    </message>
    <message>
      <source>Try now</source>
      <translation>Prøv nu</translation>
    </message>
    <message>
      <source>Trying again in {time}.</source>
      <translation>Prøver igen om {time}.</translation>
    </message>
    <message>
      <source>Trying again now …</source>
      <translation>Prøver igen nu …</translation>
    </message>
    <message>
      <source>Until I turn it off</source>
      <translation>Indtil jeg slår det fra</translation>
    </message>
    <message>
      <source>Until working hours end</source>
      <translation>Indtil arbejdstiden slutter</translation>
    </message>
    <message>
      <source>Version {version} of OnePresence is out</source>
      <translation>Version {version} af OnePresence er kommet</translation>
    </message>
    <message>
      <source>Welcome back – open the phone?</source>
      <translation>Velkommen tilbage – åbn telefonen?</translation>
    </message>
    <message>
      <source>Withheld number</source>
      <translation>Hemmeligt nummer</translation>
    </message>
    <message>
      <source>You are diverted: {reason} {until}</source>
      <translation>Du er viderestillet: {reason} {until}</translation>
    </message>
    <message>
      <source>You have version {version}</source>
      <translation>Du har version {version}</translation>
    </message>
    <message>
      <source>now: {state}</source>
      <translation>nu: {state}</translation>
    </message>
    <message>
      <source>running now</source>
      <translation>i gang nu</translation>
    </message>
    <message>
      <source>{name} calls back</source>
      <translation>{name} ringer tilbage</translation>
    </message>
    <message>
      <source>{name} is calling, {number}</source>
      <translation>{name} ringer, {number}</translation>
    </message>
    <message>
      <source>{name} is free now</source>
      <translation>{name} er ledig nu</translation>
    </message>
    <message>
      <source>{reason} at {time}</source>
      <translation>{reason} kl. {time}</translation>
    </message>
    <message>
      <source>{section}, {count} unread</source>
      <translation>{section}, {count} ulæste</translation>
    </message>
    <message>
      <source>{section}, {count} waiting</source>
      <translation>{section}, {count} venter</translation>
    </message>
    <message>
      <source>{who} get through.</source>
      <translation>{who} kommer igennem.</translation>
    </message>
  </context>
  <context>
    <name>SignIn</name>
    <message>
      <source>A living company of 40 colleagues on this computer. No real calls are made.</source>
      <translation>Et levende firma med 40 kolleger på denne computer. Der bliver ikke ringet til nogen rigtige numre.</translation>
    </message>
    <message>
      <source>A telephone system of your own</source>
      <translation>Dit eget telefonsystem</translation>
    </message>
    <message>
      <source>Another key</source>
      <translation>En anden nøgle</translation>
    </message>
    <message>
      <source>Another program on this computer uses it. Quit that program, or use another port.</source>
      <translation>Et andet program på denne computer bruger den. Afslut det program, eller brug en anden port.</translation>
    </message>
    <message>
      <source>Back</source>
      <translation>Tilbage</translation>
    </message>
    <message>
      <source>Can be changed later in Settings</source>
      <translation>Kan ændres senere under Indstillinger</translation>
    </message>
    <message>
      <source>Can't reach {server}.</source>
      <translation>Kan ikke nå {server}.</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>Annullér</translation>
    </message>
    <message>
      <source>Change password</source>
      <translation>Skift adgangskode</translation>
    </message>
    <message>
      <source>Choose your own password</source>
      <translation>Vælg din egen adgangskode</translation>
    </message>
    <message>
      <source>Company name</source>
      <translation>Virksomhedens navn</translation>
    </message>
    <message>
      <source>Connect to my company</source>
      <translation>Forbind til min virksomhed</translation>
    </message>
    <message>
      <source>Continue</source>
      <translation>Fortsæt</translation>
    </message>
    <message>
      <source>Create and start</source>
      <translation>Opret og start</translation>
    </message>
    <message>
      <source>Customer code</source>
      <translation>Kundekode</translation>
    </message>
    <message>
      <source>Data stays on this machine</source>
      <translation>Data bliver på computeren</translation>
    </message>
    <message>
      <source>Don't connect</source>
      <translation>Forbind ikke</translation>
    </message>
    <message>
      <source>Encrypted connection</source>
      <translation>Krypteret forbindelse</translation>
    </message>
    <message>
      <source>Forgot your password?</source>
      <translation>Glemt adgangskode?</translation>
    </message>
    <message>
      <source>From your administrator</source>
      <translation>Fås hos din administrator</translation>
    </message>
    <message>
      <source>In the demo the password is {digits}.</source>
      <translation>I demoen er adgangskoden {digits}.</translation>
    </message>
    <message>
      <source>Is this your company's server?</source>
      <translation>Er det din virksomheds server?</translation>
    </message>
    <message>
      <source>Known until now</source>
      <translation>Kendt indtil nu</translation>
    </message>
    <message>
      <source>Language</source>
      <translation>Sprog</translation>
    </message>
    <message>
      <source>Local number</source>
      <translation>Lokalnummer</translation>
    </message>
    <message>
      <source>New server</source>
      <translation>Ny server</translation>
    </message>
    <message>
      <source>Not encrypted</source>
      <translation>Ikke krypteret</translation>
    </message>
    <message>
      <source>Password</source>
      <translation>Adgangskode</translation>
    </message>
    <message>
      <source>Phones that are set up already must then be told the new one.</source>
      <translation>Telefoner, der allerede er sat op, skal så have den nye port at vide.</translation>
    </message>
    <message>
      <source>Port {port} is taken</source>
      <translation>Port {port} er optaget</translation>
    </message>
    <message>
      <source>Ready in a few seconds</source>
      <translation>Klar på få sekunder</translation>
    </message>
    <message>
      <source>Run on this computer</source>
      <translation>Kør på denne computer</translation>
    </message>
    <message>
      <source>Save and continue</source>
      <translation>Gem og fortsæt</translation>
    </message>
    <message>
      <source>See who is free, call with one click, and divert your phone when you leave.</source>
      <translation>Se hvem der er ledig, ring med ét klik, og viderestil, når du går.</translation>
    </message>
    <message>
      <source>Server address</source>
      <translation>Serveradresse</translation>
    </message>
    <message>
      <source>Shown now</source>
      <translation>Vises nu</translation>
    </message>
    <message>
      <source>Sign in</source>
      <translation>Log ind</translation>
    </message>
    <message>
      <source>Sign in to OnePresence</source>
      <translation>Log ind på OnePresence</translation>
    </message>
    <message>
      <source>Sign out</source>
      <translation>Log ud</translation>
    </message>
    <message>
      <source>So that nobody else does this while you are away. It counts for ten minutes.</source>
      <translation>Så ingen andre gør det, mens du er væk. Det gælder i ti minutter.</translation>
    </message>
    <message>
      <source>Somebody may be posing as your company's server. Nothing was sent to it. If your administrator has replaced the key, ask them for the eight new words and type them.</source>
      <translation>Nogen udgiver sig måske for at være din virksomheds server. Intet blev sendt til den. Har din administrator skiftet nøglen, så bed om de otte nye ord og skriv dem her.</translation>
    </message>
    <message>
      <source>Start your own telephone system here, and invite colleagues afterwards.</source>
      <translation>Start dit eget telefonsystem her, og invitér kolleger bagefter.</translation>
    </message>
    <message>
      <source>Stay signed in</source>
      <translation>Forbliv logget ind</translation>
    </message>
    <message>
      <source>The eight words that your administrator told you</source>
      <translation>De otte ord, som din administrator har givet dig</translation>
    </message>
    <message>
      <source>The password isn't right.</source>
      <translation>Adgangskoden er ikke rigtig.</translation>
    </message>
    <message>
      <source>The words are the same</source>
      <translation>Ordene er de samme</translation>
    </message>
    <message>
      <source>These aren't the words that the server shows now.</source>
      <translation>Det er ikke de ord, som serveren viser nu.</translation>
    </message>
    <message>
      <source>They stand in Settings, About, on the computer that runs the telephone system; your administrator can tell you them. You are asked this once.</source>
      <translation>De står under Indstillinger, Om, på den computer, der kører telefonsystemet; din administrator kan sige dem til dig. Du bliver kun spurgt denne ene gang.</translation>
    </message>
    <message>
      <source>This is your first sign-in. The first password can't be used again.</source>
      <translation>Det er første gang, du logger ind. Den første adgangskode kan ikke bruges igen.</translation>
    </message>
    <message>
      <source>Trust the new key</source>
      <translation>Stol på den nye nøgle</translation>
    </message>
    <message>
      <source>Try again</source>
      <translation>Prøv igen</translation>
    </message>
    <message>
      <source>Try with a demo company</source>
      <translation>Prøv med et demofirma</translation>
    </message>
    <message>
      <source>Try with a demo company instead</source>
      <translation>Prøv med et demofirma i stedet</translation>
    </message>
    <message>
      <source>Type your password again</source>
      <translation>Skriv din adgangskode igen</translation>
    </message>
    <message>
      <source>Use port {port}</source>
      <translation>Brug port {port}</translation>
    </message>
    <message>
      <source>Welcome to OnePresence</source>
      <translation>Velkommen til OnePresence</translation>
    </message>
    <message>
      <source>You become its administrator, and add colleagues and phones afterwards.</source>
      <translation>Du bliver administrator og tilføjer kolleger og telefoner bagefter.</translation>
    </message>
    <message>
      <source>You need the server address, your local number and your password.</source>
      <translation>Du skal bruge serveradresse, lokalnummer og adgangskode.</translation>
    </message>
    <message>
      <source>Your last four digits</source>
      <translation>Dine fire sidste cifre</translation>
    </message>
    <message>
      <source>Your local number: {number}</source>
      <translation>Dit lokalnummer: {number}</translation>
    </message>
    <message>
      <source>Your name</source>
      <translation>Dit navn</translation>
    </message>
    <message>
      <source>{server} shows another key</source>
      <translation>{server} viser en anden nøgle</translation>
    </message>
    <message>
      <source>{server} shows these eight words. Compare them with those on the server.</source>
      <translation>{server} viser disse otte ord. Sammenlign dem med ordene på serveren.</translation>
    </message>
  </context>
  <context>
    <name>Telephony</name>
    <message>
      <source>A phone that comes in without is no longer reached</source>
      <translation>En telefon, der kommer ind uden, kan ikke længere nås</translation>
    </message>
    <message>
      <source>All phones must be encrypted (TLS and SRTP)</source>
      <translation>Alle telefoner skal være krypterede (TLS og SRTP)</translation>
    </message>
    <message>
      <source>Choose a sound file as music …</source>
      <translation>Vælg en lydfil som musik …</translation>
    </message>
    <message>
      <source>Delete the music</source>
      <translation>Slet musikken</translation>
    </message>
    <message>
      <source>Encryption</source>
      <translation>Kryptering</translation>
    </message>
    <message>
      <source>For one phone alone it is set under Devices, in the phone's menu.</source>
      <translation>For en enkelt telefon sættes det under Enheder, i telefonens menu.</translation>
    </message>
    <message>
      <source>Music for callers on hold, parked, or waiting for a group</source>
      <translation>Musik til opkald, der holdes, er parkeret eller venter på en gruppe</translation>
    </message>
    <message>
      <source>No</source>
      <translation>Nej</translation>
    </message>
    <message>
      <source>No number (withheld)</source>
      <translation>Intet nummer (hemmeligt)</translation>
    </message>
    <message>
      <source>Numbers of groups they are in</source>
      <translation>Numre på grupper, de er med i</translation>
    </message>
    <message>
      <source>Numbers that users may show when they call out</source>
      <translation>Numre, som brugerne må vise, når de ringer ud</translation>
    </message>
    <message>
      <source>Play the music</source>
      <translation>Afspil musikken</translation>
    </message>
    <message>
      <source>The company's numbers</source>
      <translation>Firmaets numre</translation>
    </message>
    <message>
      <source>The service's own melody; a ringing tone for groups</source>
      <translation>Tjenestens egen melodi; en ringetone for grupper</translation>
    </message>
    <message>
      <source>Their own number</source>
      <translation>Deres eget nummer</translation>
    </message>
    <message>
      <source>Users pick one of these in Settings. A code dialled before a number withholds theirs, or shows it, for that call. With none ticked, everybody shows their own. Whoever answers 112 always sees the caller's number.</source>
      <translation>Brugerne vælger et af dem i Indstillinger. En kode foran det nummer, de ringer til, skjuler eller viser deres eget for det ene opkald. Er ingen valgt, viser alle deres eget nummer. Den, der svarer på 112, ser altid nummeret på den, der ringer.</translation>
    </message>
    <message>
      <source>Yes</source>
      <translation>Ja</translation>
    </message>
    <message>
      <source>Your own: {length}</source>
      <translation>Jeres egen: {length}</translation>
    </message>
  </context>
  <context>
    <name>Texts</name>
    <message numerus="yes">
      <source>%n hour(s)</source>
      <translation>
        <numerusform>%n time</numerusform>
        <numerusform>%n timer</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n minute(s)</source>
      <translation>
        <numerusform>%n minut</numerusform>
        <numerusform>%n minutter</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n second(s)</source>
      <translation>
        <numerusform>%n sekund</numerusform>
        <numerusform>%n sekunder</numerusform>
      </translation>
    </message>
    <message>
      <source>1 hour</source>
      <translation>1 time</translation>
    </message>
    <message>
      <source>2 hours</source>
      <translation>2 timer</translation>
    </message>
    <message>
      <source>5 minutes</source>
      <translation>5 minutter</translation>
    </message>
    <message>
      <source>A call can't be sent there.</source>
      <translation>Et opkald kan ikke sendes derhen.</translation>
    </message>
    <message>
      <source>A key leads nowhere yet.</source>
      <translation>En tast fører ingen steder hen endnu.</translation>
    </message>
    <message>
      <source>A key leads to a menu that isn't there.</source>
      <translation>En tast fører til en menu, der ikke findes.</translation>
    </message>
    <message>
      <source>A local number begins with the company's three digits.</source>
      <translation>Et lokalnummer begynder med firmaets tre cifre.</translation>
    </message>
    <message>
      <source>A local number has seven digits.</source>
      <translation>Et lokalnummer har syv cifre.</translation>
    </message>
    <message>
      <source>A local number is missing.</source>
      <translation>Der mangler et lokalnummer.</translation>
    </message>
    <message>
      <source>A name is missing.</source>
      <translation>Der mangler et navn.</translation>
    </message>
    <message>
      <source>A number in it is none</source>
      <translation>Et nummer i den er ikke et nummer</translation>
    </message>
    <message>
      <source>A number is missing.</source>
      <translation>Der mangler et nummer.</translation>
    </message>
    <message>
      <source>A quotation mark is missing, or is one too many</source>
      <translation>Et anførselstegn mangler, eller der er ét for meget</translation>
    </message>
    <message>
      <source>A text in it is too long</source>
      <translation>En tekst i den er for lang</translation>
    </message>
    <message>
      <source>A text is missing.</source>
      <translation>Der mangler en tekst.</translation>
    </message>
    <message>
      <source>Administrator</source>
      <translation>Administrator</translation>
    </message>
    <message>
      <source>Another line has that name.</source>
      <translation>En anden linje har det navn.</translation>
    </message>
    <message>
      <source>Another one has that name.</source>
      <translation>En anden har det navn.</translation>
    </message>
    <message>
      <source>Another program is using the data.</source>
      <translation>Et andet program bruger dataene.</translation>
    </message>
    <message>
      <source>Another program is using the network address.</source>
      <translation>Et andet program bruger netværksadressen.</translation>
    </message>
    <message>
      <source>Another server is told it, so type it again.</source>
      <translation>En anden server får den at vide, så tast den igen.</translation>
    </message>
    <message>
      <source>Answered on another phone.</source>
      <translation>Besvaret på en anden telefon.</translation>
    </message>
    <message>
      <source>At home</source>
      <translation>Hjemme</translation>
    </message>
    <message>
      <source>At least 4 digits</source>
      <translation>Mindst 4 cifre</translation>
    </message>
    <message>
      <source>At most 10 digits</source>
      <translation>Højst 10 cifre</translation>
    </message>
    <message>
      <source>At most 64 digits</source>
      <translation>Højst 64 cifre</translation>
    </message>
    <message>
      <source>Available</source>
      <translation>Ledig</translation>
    </message>
    <message>
      <source>Break</source>
      <translation>Pause</translation>
    </message>
    <message>
      <source>Calls can't be sent there.</source>
      <translation>Opkald kan ikke sendes dertil.</translation>
    </message>
    <message>
      <source>Calls can't be sent to an emergency number.</source>
      <translation>Opkald kan ikke sendes til et alarmnummer.</translation>
    </message>
    <message>
      <source>Calls have to be sent somewhere else than to your own phones.</source>
      <translation>Opkaldene skal sendes et andet sted hen end til dine egne telefoner.</translation>
    </message>
    <message>
      <source>Calls would end nowhere.</source>
      <translation>Opkaldene ender ingen steder.</translation>
    </message>
    <message>
      <source>Calls would loop back to you.</source>
      <translation>Opkaldene går i ring og ender hos dig igen.</translation>
    </message>
    <message>
      <source>Can't be read</source>
      <translation>Kan ikke læses</translation>
    </message>
    <message>
      <source>Choose at least one language.</source>
      <translation>Vælg mindst ét sprog.</translation>
    </message>
    <message>
      <source>Choose e-mail, SMS or both.</source>
      <translation>Vælg e-mail, SMS eller begge.</translation>
    </message>
    <message>
      <source>Choose one of the two, not both.</source>
      <translation>Vælg en af de to, ikke begge.</translation>
    </message>
    <message>
      <source>Choose your own password first.</source>
      <translation>Vælg først din egen adgangskode.</translation>
    </message>
    <message>
      <source>Company</source>
      <translation>Firma</translation>
    </message>
    <message>
      <source>Copenhagen</source>
      <translation>København</translation>
    </message>
    <message>
      <source>Course</source>
      <translation>Kursus</translation>
    </message>
    <message>
      <source>Customer visit</source>
      <translation>Kundebesøg</translation>
    </message>
    <message>
      <source>Danish</source>
      <translation>dansk</translation>
    </message>
    <message>
      <source>Department</source>
      <translation>Afdeling</translation>
    </message>
    <message>
      <source>Desk phone</source>
      <translation>Bordtelefon</translation>
    </message>
    <message>
      <source>Diverted</source>
      <translation>Viderestillet</translation>
    </message>
    <message>
      <source>Do not disturb</source>
      <translation>Forstyr ikke</translation>
    </message>
    <message>
      <source>E-mail</source>
      <translation>E-mail</translation>
    </message>
    <message>
      <source>E-mail, home</source>
      <translation>E-mail, hjem</translation>
    </message>
    <message>
      <source>E-mail, work</source>
      <translation>E-mail, arbejde</translation>
    </message>
    <message>
      <source>English</source>
      <translation>engelsk</translation>
    </message>
    <message>
      <source>Fax</source>
      <translation>Fax</translation>
    </message>
    <message>
      <source>First name</source>
      <translation>Fornavn</translation>
    </message>
    <message>
      <source>Four digits are wanted.</source>
      <translation>Der skal stå fire cifre.</translation>
    </message>
    <message>
      <source>Gone for the day</source>
      <translation>Gået for i dag</translation>
    </message>
    <message>
      <source>Gone home</source>
      <translation>Gået hjem</translation>
    </message>
    <message>
      <source>Helsinki</source>
      <translation>Helsinki</translation>
    </message>
    <message>
      <source>Home</source>
      <translation>Hjem</translation>
    </message>
    <message>
      <source>Is there already</source>
      <translation>Findes allerede</translation>
    </message>
    <message>
      <source>It ends before it begins.</source>
      <translation>Det slutter, før det begynder.</translation>
    </message>
    <message>
      <source>It exists already, or someone has changed it meanwhile.</source>
      <translation>Det findes allerede, eller nogen har ændret det imens.</translation>
    </message>
    <message>
      <source>It has to begin with http:// or https://.</source>
      <translation>Det skal begynde med http:// eller https://.</translation>
    </message>
    <message>
      <source>It has too many numbers or addresses</source>
      <translation>Den har for mange numre eller adresser</translation>
    </message>
    <message>
      <source>It holds a mark that turns the letters round. Type it anew.</source>
      <translation>Det indeholder et tegn, der vender bogstaverne om. Skriv det igen.</translation>
    </message>
    <message>
      <source>It holds a sign that can't be shown. Type it anew.</source>
      <translation>Det indeholder et tegn, der ikke kan vises. Skriv det igen.</translation>
    </message>
    <message>
      <source>It holds signs that can't be kept. Type it anew.</source>
      <translation>Der er tegn i det, som ikke kan gemmes. Skriv det igen.</translation>
    </message>
    <message>
      <source>It is cut off before its end</source>
      <translation>Den er skåret af før slutningen</translation>
    </message>
    <message>
      <source>It is in use already.</source>
      <translation>Det er allerede i brug.</translation>
    </message>
    <message>
      <source>It is malformed</source>
      <translation>Den er ikke skrevet rigtigt</translation>
    </message>
    <message>
      <source>It is the same as the first.</source>
      <translation>Det er det samme som det første.</translation>
    </message>
    <message>
      <source>It is too large</source>
      <translation>Den er for stor</translation>
    </message>
    <message>
      <source>It is too long.</source>
      <translation>Det er for langt.</translation>
    </message>
    <message>
      <source>It isn't a picture that can be read.</source>
      <translation>Det er ikke et billede, der kan læses.</translation>
    </message>
    <message>
      <source>It isn't a sound file that can be read. Choose a WAV file.</source>
      <translation>Det er ikke en lydfil, der kan læses. Vælg en WAV-fil.</translation>
    </message>
    <message>
      <source>It isn't there any more.</source>
      <translation>Det findes ikke længere.</translation>
    </message>
    <message>
      <source>It isn't written as it should be.</source>
      <translation>Det er ikke skrevet, som det skal være.</translation>
    </message>
    <message>
      <source>It may not run over several lines.</source>
      <translation>Det må ikke fylde flere linjer.</translation>
    </message>
    <message>
      <source>It needs {email} or {user} for the person.</source>
      <translation>Der skal stå {email} eller {user} for personen.</translation>
    </message>
    <message>
      <source>Keep open</source>
      <translation>Hold åben</translation>
    </message>
    <message>
      <source>Last name</source>
      <translation>Efternavn</translation>
    </message>
    <message>
      <source>Local number</source>
      <translation>Lokalnummer</translation>
    </message>
    <message>
      <source>Local number and password don't match.</source>
      <translation>Lokalnummer og adgangskode passer ikke sammen.</translation>
    </message>
    <message>
      <source>Looks like {name}</source>
      <translation>Ligner {name}</translation>
    </message>
    <message>
      <source>Lunch</source>
      <translation>Frokost</translation>
    </message>
    <message>
      <source>Main number</source>
      <translation>Hovednummer</translation>
    </message>
    <message>
      <source>Manager</source>
      <translation>Leder</translation>
    </message>
    <message>
      <source>Meeting</source>
      <translation>Møde</translation>
    </message>
    <message>
      <source>Mobile</source>
      <translation>Mobil</translation>
    </message>
    <message>
      <source>Name</source>
      <translation>Navn</translation>
    </message>
    <message>
      <source>New</source>
      <translation>Ny</translation>
    </message>
    <message>
      <source>No column has {column} or {head} in the first row</source>
      <translation>Ingen kolonne hedder {column} eller {head} i første række</translation>
    </message>
    <message>
      <source>Nobody answered.</source>
      <translation>Ingen svarede.</translation>
    </message>
    <message>
      <source>Nobody can be their own manager, by way of others either.</source>
      <translation>Ingen kan være leder for sig selv, heller ikke ad omveje.</translation>
    </message>
    <message>
      <source>Nobody can close, lower or delete themselves.</source>
      <translation>Ingen kan lukke, nedsætte eller slette sig selv.</translation>
    </message>
    <message>
      <source>Nobody can take a right from themselves.</source>
      <translation>Ingen kan fratage sig selv en rettighed.</translation>
    </message>
    <message>
      <source>Nobody can take the role of administrator from themselves</source>
      <translation>Ingen kan tage rollen som administrator fra sig selv</translation>
    </message>
    <message>
      <source>Nobody has vouched for this server's certificate yet. Nothing was sent to it.</source>
      <translation>Ingen har endnu sagt god for denne servers certifikat. Der er intet sendt til den.</translation>
    </message>
    <message>
      <source>Nobody here has that name or number.</source>
      <translation>Ingen her har det navn eller nummer.</translation>
    </message>
    <message>
      <source>Nobody would administer the company any more.</source>
      <translation>Så ville ingen længere administrere firmaet.</translation>
    </message>
    <message>
      <source>Not 0000</source>
      <translation>Ikke 0000</translation>
    </message>
    <message>
      <source>Not read yet</source>
      <translation>Ikke læst endnu</translation>
    </message>
    <message>
      <source>Not the one you have now</source>
      <translation>Ikke den, du har nu</translation>
    </message>
    <message>
      <source>Not the password that you sign in with</source>
      <translation>Ikke den adgangskode, du logger ind med</translation>
    </message>
    <message>
      <source>Not your local number</source>
      <translation>Ikke dit lokalnummer</translation>
    </message>
    <message>
      <source>Note</source>
      <translation>Note</translation>
    </message>
    <message>
      <source>Number</source>
      <translation>Nummer</translation>
    </message>
    <message>
      <source>Number, fax</source>
      <translation>Nummer, fax</translation>
    </message>
    <message>
      <source>Number, home</source>
      <translation>Nummer, hjem</translation>
    </message>
    <message>
      <source>Number, main</source>
      <translation>Nummer, hoved</translation>
    </message>
    <message>
      <source>Number, mobile</source>
      <translation>Nummer, mobil</translation>
    </message>
    <message>
      <source>Number, work</source>
      <translation>Nummer, arbejde</translation>
    </message>
    <message>
      <source>Off work</source>
      <translation>Ikke på arbejde</translation>
    </message>
    <message>
      <source>Offline</source>
      <translation>Offline</translation>
    </message>
    <message>
      <source>On a course</source>
      <translation>På kursus</translation>
    </message>
    <message>
      <source>On the phone</source>
      <translation>Optaget i telefon</translation>
    </message>
    <message>
      <source>One of the calendars diverts. Choose another one instead.</source>
      <translation>En af kalenderne viderestiller. Vælg en anden i stedet.</translation>
    </message>
    <message>
      <source>One of the menus can't be reached: no key leads to it.</source>
      <translation>En af menuerne kan ikke nås: ingen tast fører til den.</translation>
    </message>
    <message>
      <source>Only a mobile can have a number of its own here.</source>
      <translation>Kun en mobil kan have sit eget nummer her.</translation>
    </message>
    <message>
      <source>Only digits</source>
      <translation>Kun cifre</translation>
    </message>
    <message>
      <source>Other</source>
      <translation>Andet</translation>
    </message>
    <message>
      <source>Passwords would travel unencrypted. Leave out http://, or begin with https://.</source>
      <translation>Adgangskoder ville blive sendt ukrypteret. Udelad http://, eller begynd med https://.</translation>
    </message>
    <message>
      <source>Phones can't come in encrypted: the service was started without --sips.</source>
      <translation>Telefoner kan ikke forbinde krypteret: tjenesten er startet uden --sips.</translation>
    </message>
    <message>
      <source>Port {port} is taken by another program.</source>
      <translation>Port {port} er optaget af et andet program.</translation>
    </message>
    <message>
      <source>Read {time}</source>
      <translation>Læst {time}</translation>
    </message>
    <message>
      <source>Reception</source>
      <translation>Reception</translation>
    </message>
    <message>
      <source>Receptionist</source>
      <translation>Receptionist</translation>
    </message>
    <message>
      <source>Reykjavik</source>
      <translation>Reykjavik</translation>
    </message>
    <message>
      <source>Ringing</source>
      <translation>Ringer</translation>
    </message>
    <message>
      <source>Role</source>
      <translation>Rolle</translation>
    </message>
    <message>
      <source>Say at least of one column what it holds.</source>
      <translation>Angiv for mindst én kolonne, hvad den indeholder.</translation>
    </message>
    <message>
      <source>Sick</source>
      <translation>Syg</translation>
    </message>
    <message>
      <source>Softphone</source>
      <translation>Softphone</translation>
    </message>
    <message>
      <source>Somebody</source>
      <translation>Nogen</translation>
    </message>
    <message>
      <source>Somebody has changed this meanwhile.</source>
      <translation>Nogen har ændret dette imens.</translation>
    </message>
    <message>
      <source>Somebody who has left the company</source>
      <translation>En, der har forladt firmaet</translation>
    </message>
    <message>
      <source>Something has to be written here.</source>
      <translation>Her skal der stå noget.</translation>
    </message>
    <message>
      <source>Something that this version doesn't know</source>
      <translation>Noget, denne version ikke kender</translation>
    </message>
    <message>
      <source>Something unexpected went wrong. Try again.</source>
      <translation>Der skete en uventet fejl. Prøv igen.</translation>
    </message>
    <message>
      <source>Swedish</source>
      <translation>svensk</translation>
    </message>
    <message>
      <source>That address lies inside the telephone system's own computer, and isn't asked.</source>
      <translation>Den adresse ligger inde i telefonsystemets egen computer og spørges ikke.</translation>
    </message>
    <message>
      <source>That can't be right: check what you have typed.</source>
      <translation>Det kan ikke være rigtigt: tjek det, du har skrevet.</translation>
    </message>
    <message>
      <source>That doesn't work at the moment. Try again shortly.</source>
      <translation>Det virker ikke lige nu. Prøv igen om lidt.</translation>
    </message>
    <message>
      <source>That is over already. Choose a later time.</source>
      <translation>Det er allerede overstået. Vælg et senere tidspunkt.</translation>
    </message>
    <message>
      <source>That is too far ahead.</source>
      <translation>Det er for langt ude i fremtiden.</translation>
    </message>
    <message>
      <source>That is too large.</source>
      <translation>Det er for stort.</translation>
    </message>
    <message>
      <source>That is too little, too much, or no number.</source>
      <translation>Det er for lidt, for meget eller intet tal.</translation>
    </message>
    <message>
      <source>That is too often: once a day is the most.</source>
      <translation>Det er for tit: højst én gang om dagen.</translation>
    </message>
    <message>
      <source>That isn't a day.</source>
      <translation>Det er ikke en dato.</translation>
    </message>
    <message>
      <source>That isn't a desk phone.</source>
      <translation>Det er ikke en bordtelefon.</translation>
    </message>
    <message>
      <source>That isn't a server address.</source>
      <translation>Det er ikke en serveradresse.</translation>
    </message>
    <message>
      <source>That isn't a telephone number.</source>
      <translation>Det er ikke et telefonnummer.</translation>
    </message>
    <message>
      <source>That isn't an e-mail address.</source>
      <translation>Det er ikke en e-mailadresse.</translation>
    </message>
    <message>
      <source>That leads back to itself: a caller would never get out.</source>
      <translation>Det fører tilbage til sig selv: den, der ringer, ville aldrig komme ud.</translation>
    </message>
    <message>
      <source>That needs your password. Nothing was changed.</source>
      <translation>Det kræver din adgangskode. Intet blev ændret.</translation>
    </message>
    <message>
      <source>That never happens. Choose other days.</source>
      <translation>Det sker aldrig. Vælg andre dage.</translation>
    </message>
    <message>
      <source>That number can't be called.</source>
      <translation>Det nummer kan ikke ringes op.</translation>
    </message>
    <message>
      <source>That password can't be used.</source>
      <translation>Den adgangskode kan ikke bruges.</translation>
    </message>
    <message>
      <source>That time zone isn't known.</source>
      <translation>Den tidszone er ikke kendt.</translation>
    </message>
    <message>
      <source>The call can't be made.</source>
      <translation>Opkaldet kan ikke foretages.</translation>
    </message>
    <message>
      <source>The call can't be transferred now.</source>
      <translation>Samtalen kan ikke omstilles nu.</translation>
    </message>
    <message>
      <source>The call couldn't be put on hold. You are still talking.</source>
      <translation>Samtalen kunne ikke sættes på hold. I taler stadig sammen.</translation>
    </message>
    <message>
      <source>The call couldn't be taken back. It is still on hold.</source>
      <translation>Samtalen kunne ikke genoptages. Den er stadig på hold.</translation>
    </message>
    <message>
      <source>The call failed.</source>
      <translation>Opkaldet mislykkedes.</translation>
    </message>
    <message>
      <source>The call has ended.</source>
      <translation>Opkaldet er slut.</translation>
    </message>
    <message>
      <source>The call has ended; this version doesn't know why.</source>
      <translation>Opkaldet er slut; denne version ved ikke hvorfor.</translation>
    </message>
    <message>
      <source>The call was given up.</source>
      <translation>Opkaldet blev opgivet.</translation>
    </message>
    <message>
      <source>The call was rejected.</source>
      <translation>Opkaldet blev afvist.</translation>
    </message>
    <message>
      <source>The command line</source>
      <translation>Kommandolinjen</translation>
    </message>
    <message>
      <source>The company has no calendar connection in use. Make one first.</source>
      <translation>Firmaet har ingen kalenderforbindelse i brug. Lav en først.</translation>
    </message>
    <message>
      <source>The company's calendar</source>
      <translation>Firmaets kalender</translation>
    </message>
    <message>
      <source>The connection was lost.</source>
      <translation>Forbindelsen blev afbrudt.</translation>
    </message>
    <message>
      <source>The data can't be read. It was left as it is.</source>
      <translation>Dataene kan ikke læses. De er ikke ændret.</translation>
    </message>
    <message>
      <source>The data can't be written: the disk or the file is read-only.</source>
      <translation>Data kan ikke skrives: disken eller filen er skrivebeskyttet.</translation>
    </message>
    <message>
      <source>The data is gone, but its voice messages are still there. Bring a backup back. Nothing was changed.</source>
      <translation>Data er væk, men talebeskederne er der stadig. Gendan en sikkerhedskopi. Intet er ændret.</translation>
    </message>
    <message>
      <source>The disk is full. Nothing was changed.</source>
      <translation>Disken er fuld. Intet blev ændret.</translation>
    </message>
    <message>
      <source>The file can't be read.</source>
      <translation>Filen kan ikke læses.</translation>
    </message>
    <message>
      <source>The file couldn't be written there.</source>
      <translation>Filen kunne ikke gemmes der.</translation>
    </message>
    <message>
      <source>The file ends in the middle.</source>
      <translation>Filen slutter midt i det hele.</translation>
    </message>
    <message>
      <source>The file has too many rows</source>
      <translation>Filen har for mange rækker</translation>
    </message>
    <message>
      <source>The file holds no text. Save the table as CSV, or the contacts as vCard.</source>
      <translation>Filen indeholder ikke tekst. Gem tabellen som CSV, eller kontakterne som vCard.</translation>
    </message>
    <message>
      <source>The file is empty.</source>
      <translation>Filen er tom.</translation>
    </message>
    <message>
      <source>The file is too large.</source>
      <translation>Filen er for stor.</translation>
    </message>
    <message>
      <source>The menu that callers hear first is missing.</source>
      <translation>Den menu, som dem, der ringer, hører først, mangler.</translation>
    </message>
    <message>
      <source>The number is busy.</source>
      <translation>Nummeret er optaget.</translation>
    </message>
    <message>
      <source>The other server answers with more than can be read.</source>
      <translation>Den anden server svarer med mere, end der kan læses.</translation>
    </message>
    <message>
      <source>The other server asks to be left alone for a while.</source>
      <translation>Den anden server beder om at få fred et stykke tid.</translation>
    </message>
    <message>
      <source>The other server can't be reached. Is the address right?</source>
      <translation>Den anden server kan ikke nås. Er adressen rigtig?</translation>
    </message>
    <message>
      <source>The other server can't be used at the moment.</source>
      <translation>Den anden server kan ikke bruges i øjeblikket.</translation>
    </message>
    <message>
      <source>The other server doesn't answer in time.</source>
      <translation>Den anden server svarer ikke i tide.</translation>
    </message>
    <message>
      <source>The other server refuses the account or its password.</source>
      <translation>Den anden server afviser kontoen eller dens adgangskode.</translation>
    </message>
    <message>
      <source>The other server reports a fault of its own.</source>
      <translation>Den anden server melder om en fejl hos sig selv.</translation>
    </message>
    <message>
      <source>The other server says no.</source>
      <translation>Den anden server siger nej.</translation>
    </message>
    <message>
      <source>The other server's certificate isn't trusted.</source>
      <translation>Der er ikke tillid til den anden servers certifikat.</translation>
    </message>
    <message>
      <source>The person has no e-mail address, by which the calendar is found.</source>
      <translation>Personen har ingen e-mailadresse, og det er den, kalenderen findes ved.</translation>
    </message>
    <message>
      <source>The phone can't be reached.</source>
      <translation>Telefonen kan ikke nås.</translation>
    </message>
    <message>
      <source>The phones found no common way to speak.</source>
      <translation>Telefonerne fandt ingen fælles måde at tale på.</translation>
    </message>
    <message>
      <source>The picture has too many pixels. Make it smaller first.</source>
      <translation>Billedet har for mange pixel. Gør det mindre først.</translation>
    </message>
    <message>
      <source>The recording is too long.</source>
      <translation>Optagelsen er for lang.</translation>
    </message>
    <message>
      <source>The recording is too short.</source>
      <translation>Optagelsen er for kort.</translation>
    </message>
    <message>
      <source>The recording may not be whole, for a reason that this version doesn't know.</source>
      <translation>Optagelsen er måske ikke hel, af en grund som denne version ikke kender.</translation>
    </message>
    <message>
      <source>The recording stopped at the longest time you allow a message: the end may be missing.</source>
      <translation>Optagelsen stoppede ved den længste tid, du giver en besked: slutningen kan mangle.</translation>
    </message>
    <message>
      <source>The recording stopped because the telephone system's disk was full: the end is missing.</source>
      <translation>Optagelsen stoppede, fordi telefonsystemets disk var fuld: slutningen mangler.</translation>
    </message>
    <message>
      <source>The recording stopped because your mailbox was full: the end may be missing.</source>
      <translation>Optagelsen stoppede, fordi din postkasse var fuld: slutningen kan mangle.</translation>
    </message>
    <message>
      <source>The same key stands twice in a menu.</source>
      <translation>Den samme tast står to gange i en menu.</translation>
    </message>
    <message>
      <source>The server isn't who it should be. Nothing was sent to it.</source>
      <translation>Serveren er ikke den, den skulle være. Der er intet sendt til den.</translation>
    </message>
    <message>
      <source>The server shows another key than when you first connected. Nothing was sent to it. Ask your administrator.</source>
      <translation>Serveren viser en anden nøgle end første gang, du forbandt. Der er intet sendt til den. Spørg din administrator.</translation>
    </message>
    <message>
      <source>The sound can't be played on this computer.</source>
      <translation>Lyden kan ikke afspilles på denne computer.</translation>
    </message>
    <message>
      <source>The sound in it is of a kind that can't be read. Choose another WAV file.</source>
      <translation>Lyden i filen er af en slags, der ikke kan læses. Vælg en anden WAV-fil.</translation>
    </message>
    <message>
      <source>The sound system has stopped – try again.</source>
      <translation>Lydsystemet er stoppet – prøv igen.</translation>
    </message>
    <message>
      <source>The telephone system can't be reached.</source>
      <translation>Telefonsystemet kan ikke nås.</translation>
    </message>
    <message>
      <source>The telephone system doesn't take that kind of data.</source>
      <translation>Telefonsystemet tager ikke imod den slags data.</translation>
    </message>
    <message>
      <source>The telephone system has no line to the outside yet: only colleagues can be reached.</source>
      <translation>Telefonsystemet har endnu ingen linje ud af huset: kun kolleger kan nås.</translation>
    </message>
    <message>
      <source>The telephone system isn't running at the moment.</source>
      <translation>Telefonsystemet kører ikke lige nu.</translation>
    </message>
    <message>
      <source>The telephone system stopped while the message was being left: the end may be missing.</source>
      <translation>Telefonsystemet stoppede, mens beskeden blev indtalt: slutningen kan mangle.</translation>
    </message>
    <message>
      <source>The time needs a time zone.</source>
      <translation>Tidspunktet mangler en tidszone.</translation>
    </message>
    <message>
      <source>The words are missing in one of the languages.</source>
      <translation>Teksten mangler på et af sprogene.</translation>
    </message>
    <message>
      <source>There are as many as there can be.</source>
      <translation>Der er så mange, som der kan være.</translation>
    </message>
    <message>
      <source>There are as many lines as there can be.</source>
      <translation>Der er så mange linjer, som der kan være.</translation>
    </message>
    <message>
      <source>There are more cells than the first row has columns</source>
      <translation>Der er flere celler, end første række har kolonner</translation>
    </message>
    <message>
      <source>There are more than there can be.</source>
      <translation>Der er flere, end der kan være.</translation>
    </message>
    <message>
      <source>There are no contacts in the file.</source>
      <translation>Der er ingen kontakter i filen.</translation>
    </message>
    <message>
      <source>There is no loudspeaker or headset to play it on.</source>
      <translation>Der er hverken højttaler eller headset at afspille det på.</translation>
    </message>
    <message>
      <source>There is no name</source>
      <translation>Der mangler et navn</translation>
    </message>
    <message>
      <source>There is no number in it.</source>
      <translation>Der er ikke noget nummer i det.</translation>
    </message>
    <message>
      <source>There is no such number.</source>
      <translation>Nummeret findes ikke.</translation>
    </message>
    <message>
      <source>There is nothing at that address.</source>
      <translation>Der findes ikke noget på den adresse.</translation>
    </message>
    <message>
      <source>There is room for {count} more.</source>
      <translation>Der er plads til {count} mere.</translation>
    </message>
    <message>
      <source>This program and the telephone system don't understand each other.</source>
      <translation>Programmet og telefonsystemet forstår ikke hinanden.</translation>
    </message>
    <message>
      <source>This program is newer than the telephone system. Ask your administrator to update the system.</source>
      <translation>Programmet er nyere end telefonsystemet. Bed din administrator om at opdatere systemet.</translation>
    </message>
    <message>
      <source>This program is too old for the telephone system. Install the newest version of OnePresence.</source>
      <translation>Programmet er for gammelt til telefonsystemet. Installér den nyeste version af OnePresence.</translation>
    </message>
    <message>
      <source>Three digits are wanted.</source>
      <translation>Der skal stå tre cifre.</translation>
    </message>
    <message>
      <source>Title</source>
      <translation>Titel</translation>
    </message>
    <message>
      <source>Today</source>
      <translation>I dag</translation>
    </message>
    <message>
      <source>Tomorrow</source>
      <translation>I morgen</translation>
    </message>
    <message>
      <source>Too easy: digits in a row</source>
      <translation>For let: en talrække</translation>
    </message>
    <message>
      <source>Too easy: the same digits over and over</source>
      <translation>For let: de samme cifre igen og igen</translation>
    </message>
    <message>
      <source>Too many tries. Try again in {time}.</source>
      <translation>For mange forsøg. Prøv igen om {time}.</translation>
    </message>
    <message>
      <source>Too many tries. Wait a little and try again.</source>
      <translation>For mange forsøg. Vent lidt, og prøv igen.</translation>
    </message>
    <message>
      <source>Travel</source>
      <translation>Rejse</translation>
    </message>
    <message>
      <source>Travelling</source>
      <translation>På rejse</translation>
    </message>
    <message>
      <source>Two columns have {column} or {head} in the first row</source>
      <translation>To kolonner hedder {column} eller {head} i første række</translation>
    </message>
    <message>
      <source>Two of the times overlap.</source>
      <translation>To af tiderne overlapper hinanden.</translation>
    </message>
    <message>
      <source>Two of them have the same name.</source>
      <translation>To af dem har samme navn.</translation>
    </message>
    <message>
      <source>Unknown</source>
      <translation>Ukendt</translation>
    </message>
    <message>
      <source>Unknown destination</source>
      <translation>Ukendt mål</translation>
    </message>
    <message>
      <source>Unknown kind</source>
      <translation>Ukendt slags</translation>
    </message>
    <message>
      <source>Unknown phone</source>
      <translation>Ukendt telefon</translation>
    </message>
    <message>
      <source>Unknown reason</source>
      <translation>Ukendt årsag</translation>
    </message>
    <message>
      <source>Unknown role</source>
      <translation>Ukendt rolle</translation>
    </message>
    <message>
      <source>User</source>
      <translation>Bruger</translation>
    </message>
    <message>
      <source>Vacation</source>
      <translation>Ferie</translation>
    </message>
    <message>
      <source>Visit</source>
      <translation>Kundebesøg</translation>
    </message>
    <message>
      <source>What is set here isn't known. Choose something else, or update OnePresence.</source>
      <translation>Det, der er valgt her, er ukendt. Vælg noget andet, eller opdatér OnePresence.</translation>
    </message>
    <message>
      <source>What the other server answers can't be read.</source>
      <translation>Det, den anden server svarer, kan ikke læses.</translation>
    </message>
    <message>
      <source>Without encryption only on the service's own computer.</source>
      <translation>Uden kryptering kun på tjenestens egen computer.</translation>
    </message>
    <message>
      <source>Work</source>
      <translation>Arbejde</translation>
    </message>
    <message>
      <source>Working from home</source>
      <translation>Hjemmearbejde</translation>
    </message>
    <message>
      <source>Yesterday</source>
      <translation>I går</translation>
    </message>
    <message>
      <source>You are not signed in any more. Sign in again.</source>
      <translation>Du er ikke længere logget ind. Log ind igen.</translation>
    </message>
    <message>
      <source>You couldn't be signed in.</source>
      <translation>Du kunne ikke logges ind.</translation>
    </message>
    <message>
      <source>You don't have the right to do that.</source>
      <translation>Det har du ikke rettighed til.</translation>
    </message>
    <message>
      <source>You have been removed from the company. Ask your administrator.</source>
      <translation>Du er fjernet fra firmaet. Spørg din administrator.</translation>
    </message>
    <message>
      <source>You have been signed out here from another place.</source>
      <translation>Du er blevet logget ud her fra et andet sted.</translation>
    </message>
    <message>
      <source>You have no phone to call from. Ask your administrator for one.</source>
      <translation>Du har ingen telefon at ringe fra. Bed din administrator om en.</translation>
    </message>
    <message>
      <source>You may not use that one. Ask your administrator.</source>
      <translation>Det må du ikke bruge. Spørg din administrator.</translation>
    </message>
    <message>
      <source>Your access has been closed. Ask your administrator.</source>
      <translation>Din adgang er lukket. Spørg din administrator.</translation>
    </message>
    <message>
      <source>Your e-mail address isn't known yet. Write it in My details.</source>
      <translation>Din e-mailadresse er ikke kendt endnu. Skriv den under Mine oplysninger.</translation>
    </message>
    <message>
      <source>Your mobile number isn't known yet. Write it in My details.</source>
      <translation>Dit mobilnummer er ikke kendt endnu. Skriv det under Mine oplysninger.</translation>
    </message>
    <message>
      <source>Your password has been reset. Sign in with the one you are given.</source>
      <translation>Din adgangskode er nulstillet. Log ind med den, du får udleveret.</translation>
    </message>
    <message>
      <source>Your phone isn't connected. Choose another one.</source>
      <translation>Din telefon er ikke tilsluttet. Vælg en anden.</translation>
    </message>
    <message>
      <source>colleagues</source>
      <translation>kolleger</translation>
    </message>
    <message>
      <source>d MMM</source>
      <translation>d. MMM</translation>
    </message>
    <message>
      <source>d MMM yyyy</source>
      <translation>d. MMM yyyy</translation>
    </message>
    <message>
      <source>favourites</source>
      <translation>favoritter</translation>
    </message>
    <message>
      <source>in use</source>
      <translation>i brug</translation>
    </message>
    <message>
      <source>numbers of my list</source>
      <translation>numre på min liste</translation>
    </message>
    <message>
      <source>offline</source>
      <translation>offline</translation>
    </message>
    <message>
      <source>on hold</source>
      <translation>på hold</translation>
    </message>
    <message>
      <source>others</source>
      <translation>andre</translation>
    </message>
    <message>
      <source>ready</source>
      <translation>klar</translation>
    </message>
    <message>
      <source>rings</source>
      <translation>ringer</translation>
    </message>
    <message>
      <source>the Faroe Islands</source>
      <translation>Færøerne</translation>
    </message>
    <message>
      <source>those who call again within 3 min</source>
      <translation>den, der ringer igen inden 3 min,</translation>
    </message>
    <message>
      <source>unknown</source>
      <translation>ukendt</translation>
    </message>
    <message>
      <source>until further notice</source>
      <translation>indtil videre</translation>
    </message>
    <message>
      <source>until tomorrow {time}</source>
      <translation>til i morgen {time}</translation>
    </message>
    <message>
      <source>until {day}</source>
      <translation>til {day}</translation>
    </message>
    <message>
      <source>until {time}</source>
      <translation>til {time}</translation>
    </message>
    <message>
      <source>{column}: an emergency number</source>
      <translation>{column}: et nødnummer</translation>
    </message>
    <message>
      <source>{column}: belongs to somebody else</source>
      <translation>{column}: tilhører en anden</translation>
    </message>
    <message>
      <source>{column}: must have seven digits</source>
      <translation>{column}: skal have syv cifre</translation>
    </message>
    <message>
      <source>{column}: no e-mail address</source>
      <translation>{column}: ikke en e-mailadresse</translation>
    </message>
    <message>
      <source>{column}: no telephone number</source>
      <translation>{column}: ikke et telefonnummer</translation>
    </message>
    <message>
      <source>{column}: nobody can be above themselves, by whatever way</source>
      <translation>{column}: ingen kan være leder for sig selv, heller ikke ad omveje</translation>
    </message>
    <message>
      <source>{column}: nobody has that local number</source>
      <translation>{column}: ingen har det lokalnummer</translation>
    </message>
    <message>
      <source>{column}: not the company's three digits</source>
      <translation>{column}: ikke firmaets tre cifre</translation>
    </message>
    <message>
      <source>{column}: only user, receptionist or administrator</source>
      <translation>{column}: kun user, receptionist eller administrator</translation>
    </message>
    <message>
      <source>{column}: stands in an earlier row, too</source>
      <translation>{column}: står også i en tidligere række</translation>
    </message>
    <message>
      <source>{column}: too long</source>
      <translation>{column}: for lang</translation>
    </message>
    <message>
      <source>{count} d</source>
      <translation>{count} d</translation>
    </message>
    <message>
      <source>{count} h</source>
      <translation>{count} t</translation>
    </message>
    <message>
      <source>{count} min</source>
      <translation>{count} min</translation>
    </message>
    <message>
      <source>{name} has changed this meanwhile.</source>
      <translation>{name} har ændret dette imens.</translation>
    </message>
    <message>
      <source>{name} has taken the call.</source>
      <translation>{name} har taget opkaldet.</translation>
    </message>
    <message>
      <source>{name} leads there: change that first.</source>
      <translation>{name} fører dertil: ret det først.</translation>
    </message>
    <message>
      <source>{number} belongs to {name}.</source>
      <translation>{number} tilhører {name}.</translation>
    </message>
    <message>
      <source>{number} can't be called.</source>
      <translation>{number} kan ikke ringes op.</translation>
    </message>
    <message>
      <source>{some} and {last}</source>
      <translation>{some} og {last}</translation>
    </message>
    <message>
      <source>{time} ago</source>
      <translation>for {time} siden</translation>
    </message>
    <message>
      <source>{time} · cut short</source>
      <translation>{time} · afbrudt</translation>
    </message>
    <message>
      <source>½ hour</source>
      <translation>½ time</translation>
    </message>
  </context>
  <context>
    <name>Tray</name>
    <message numerus="yes">
      <source>%n new message(s)</source>
      <translation>
        <numerusform>%n ny besked</numerusform>
        <numerusform>%n nye beskeder</numerusform>
      </translation>
    </message>
    <message>
      <source>Diverted: {reason}</source>
      <translation>Viderestillet: {reason}</translation>
    </message>
    <message>
      <source>Diverted: {reason}, until {time}</source>
      <translation>Viderestillet: {reason}, til {time}</translation>
    </message>
    <message>
      <source>Do not disturb</source>
      <translation>Forstyr ikke</translation>
    </message>
    <message>
      <source>Favourites</source>
      <translation>Favoritter</translation>
    </message>
    <message>
      <source>No new messages</source>
      <translation>Ingen nye beskeder</translation>
    </message>
    <message>
      <source>Not connected</source>
      <translation>Ikke forbundet</translation>
    </message>
    <message>
      <source>Not connected – trying again</source>
      <translation>Ikke forbundet – prøver igen</translation>
    </message>
    <message>
      <source>Other diversion …</source>
      <translation>Anden viderestilling …</translation>
    </message>
    <message>
      <source>Settings</source>
      <translation>Indstillinger</translation>
    </message>
    <message>
      <source>Sign in …</source>
      <translation>Log ind …</translation>
    </message>
    <message>
      <source>Signed out</source>
      <translation>Logget ud</translation>
    </message>
    <message>
      <source>{time} left</source>
      <translation>{time} tilbage</translation>
    </message>
  </context>
</TS>
