<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="sv_SE" sourcelanguage="en">
  <context>
    <name>Administration</name>
    <message numerus="yes">
      <source>%n changed</source>
      <translation>
        <numerusform>%n ändrad</numerusform>
        <numerusform>%n ändrade</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n new</source>
      <translation>
        <numerusform>%n ny</numerusform>
        <numerusform>%n nya</numerusform>
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
        <numerusform>%n person tillagd</numerusform>
        <numerusform>%n personer tillagda</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n person(s) changed</source>
      <translation>
        <numerusform>%n person ändrad</numerusform>
        <numerusform>%n personer ändrade</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n row(s) wrong</source>
      <translation>
        <numerusform>%n rad är fel</numerusform>
        <numerusform>%n rader är fel</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n unchanged</source>
      <translation>
        <numerusform>%n oförändrad</numerusform>
        <numerusform>%n oförändrade</numerusform>
      </translation>
    </message>
    <message>
      <source>A call to {number} rings all devices that are on</source>
      <translation>Ett samtal till {number} ringer på alla enheter som är på</translation>
    </message>
    <message>
      <source>Add device</source>
      <translation>Lägg till enhet</translation>
    </message>
    <message>
      <source>Address for the phone</source>
      <translation>Adress till telefonen</translation>
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
      <translation>Administratör</translation>
    </message>
    <message>
      <source>Archives (*.zip)</source>
      <translation>Arkiv (*.zip)</translation>
    </message>
    <message>
      <source>As it is now</source>
      <translation>Som det är nu</translation>
    </message>
    <message>
      <source>As you typed it</source>
      <translation>Som du skrev</translation>
    </message>
    <message>
      <source>Automatic</source>
      <translation>Automatiskt</translation>
    </message>
    <message>
      <source>Calendar</source>
      <translation>Kalender</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>Avbryt</translation>
    </message>
    <message>
      <source>Changed: {columns}</source>
      <translation>Ändras: {columns}</translation>
    </message>
    <message>
      <source>Check</source>
      <translation>Kontroll</translation>
    </message>
    <message>
      <source>Close</source>
      <translation>Stäng</translation>
    </message>
    <message>
      <source>Close access</source>
      <translation>Stäng åtkomst</translation>
    </message>
    <message>
      <source>Closed</source>
      <translation>Stängd</translation>
    </message>
    <message>
      <source>Company number</source>
      <translation>Företagsnummer</translation>
    </message>
    <message>
      <source>Connections</source>
      <translation>Anslutningar</translation>
    </message>
    <message>
      <source>Copy the code</source>
      <translation>Kopiera koden</translation>
    </message>
    <message>
      <source>Copy: {what}</source>
      <translation>Kopiera: {what}</translation>
    </message>
    <message>
      <source>Delete {name} for good</source>
      <translation>Ta bort {name} för gott</translation>
    </message>
    <message>
      <source>Delete …</source>
      <translation>Ta bort …</translation>
    </message>
    <message>
      <source>Department</source>
      <translation>Avdelning</translation>
    </message>
    <message>
      <source>Desk phone</source>
      <translation>Bordstelefon</translation>
    </message>
    <message>
      <source>Devices</source>
      <translation>Enheter</translation>
    </message>
    <message>
      <source>Devices, messages and history go with the person, and can't be had back. Type the name:</source>
      <translation>Enheter, meddelanden och historik tas bort tillsammans med personen och kan inte fås tillbaka. Skriv namnet:</translation>
    </message>
    <message>
      <source>E-mail</source>
      <translation>E-post</translation>
    </message>
    <message>
      <source>Edit</source>
      <translation>Redigera</translation>
    </message>
    <message>
      <source>Encrypted only</source>
      <translation>Endast krypterad</translation>
    </message>
    <message>
      <source>Erase all data …</source>
      <translation>Radera alla uppgifter …</translation>
    </message>
    <message>
      <source>Erase {name}'s data</source>
      <translation>Radera uppgifter om {name}</translation>
    </message>
    <message>
      <source>Every showing of a password is written to the audit log</source>
      <translation>Varje gång ett lösenord visas skrivs det i loggen</translation>
    </message>
    <message>
      <source>Everything of this person goes, and where colleagues' calls and messages name them stands “Former colleague”. It can't be had back. Type the name:</source>
      <translation>Allt om personen försvinner, och där kollegors samtal och meddelanden nämner namnet står det ”Tidigare kollega”. Det kan inte ångras. Skriv namnet:</translation>
    </message>
    <message>
      <source>Export data</source>
      <translation>Exportera uppgifter</translation>
    </message>
    <message>
      <source>Export data …</source>
      <translation>Exportera uppgifter …</translation>
    </message>
    <message>
      <source>Export people</source>
      <translation>Exportera personer</translation>
    </message>
    <message>
      <source>Export …</source>
      <translation>Exportera …</translation>
    </message>
    <message>
      <source>From the OneNumber</source>
      <translation>Från OneNumber</translation>
    </message>
    <message>
      <source>Groups</source>
      <translation>Grupper</translation>
    </message>
    <message>
      <source>Hidden in {time}</source>
      <translation>Döljs om {time}</translation>
    </message>
    <message>
      <source>Hide the SIP settings</source>
      <translation>Dölj SIP-uppgifter</translation>
    </message>
    <message>
      <source>Hide the address</source>
      <translation>Dölj adressen</translation>
    </message>
    <message>
      <source>Hide the password</source>
      <translation>Dölj lösenordet</translation>
    </message>
    <message numerus="yes">
      <source>Import %n person(s)</source>
      <translation>
        <numerusform>Importera %n person</numerusform>
        <numerusform>Importera %n personer</numerusform>
      </translation>
    </message>
    <message>
      <source>Import people</source>
      <translation>Importera personer</translation>
    </message>
    <message>
      <source>Import {file}</source>
      <translation>Importera {file}</translation>
    </message>
    <message>
      <source>Import …</source>
      <translation>Importera …</translation>
    </message>
    <message numerus="yes">
      <source>Importing %n person(s) …</source>
      <translation>
        <numerusform>Importerar %n person …</numerusform>
        <numerusform>Importerar %n personer …</numerusform>
      </translation>
    </message>
    <message>
      <source>Kind of device</source>
      <translation>Typ</translation>
    </message>
    <message>
      <source>Let the phone fetch its settings …</source>
      <translation>Låt telefonen hämta sina inställningar …</translation>
    </message>
    <message>
      <source>Lines</source>
      <translation>Linjer</translation>
    </message>
    <message>
      <source>Local number</source>
      <translation>Anknytning</translation>
    </message>
    <message>
      <source>Log</source>
      <translation>Logg</translation>
    </message>
    <message>
      <source>Manager</source>
      <translation>Chef</translation>
    </message>
    <message>
      <source>Mobile</source>
      <translation>Mobil</translation>
    </message>
    <message>
      <source>Mobile number (empty: softphone)</source>
      <translation>Mobilnummer (tomt fält: softphone)</translation>
    </message>
    <message>
      <source>More</source>
      <translation>Mer</translation>
    </message>
    <message>
      <source>More for {device}</source>
      <translation>Mer för {device}</translation>
    </message>
    <message>
      <source>Must be encrypted (TLS and SRTP)</source>
      <translation>Måste vara krypterad (TLS och SRTP)</translation>
    </message>
    <message>
      <source>Name</source>
      <translation>Namn</translation>
    </message>
    <message>
      <source>Name of the device</source>
      <translation>Enhetens namn</translation>
    </message>
    <message>
      <source>New person</source>
      <translation>Ny person</translation>
    </message>
    <message>
      <source>No devices yet. Add a desk phone, a softphone or a mobile.</source>
      <translation>Inga enheter ännu. Lägg till en bordstelefon, en softphone eller en mobil.</translation>
    </message>
    <message>
      <source>Not registered</source>
      <translation>Inte registrerad</translation>
    </message>
    <message>
      <source>Not saved</source>
      <translation>Inte sparat</translation>
    </message>
    <message>
      <source>Nothing is imported while a row is wrong. Mend the file, then read it again.</source>
      <translation>Ingenting importeras så länge en rad är fel. Rätta filen och läs den sedan igen.</translation>
    </message>
    <message>
      <source>One-time code</source>
      <translation>Engångskod</translation>
    </message>
    <message>
      <source>Only within working hours</source>
      <translation>Bara under arbetstid</translation>
    </message>
    <message>
      <source>Open access</source>
      <translation>Öppna åtkomst</translation>
    </message>
    <message>
      <source>Pages of administration</source>
      <translation>Administrationens sidor</translation>
    </message>
    <message>
      <source>Password</source>
      <translation>Lösenord</translation>
    </message>
    <message>
      <source>People</source>
      <translation>Personer</translation>
    </message>
    <message>
      <source>Personal data</source>
      <translation>Personuppgifter</translation>
    </message>
    <message>
      <source>Port</source>
      <translation>Port</translation>
    </message>
    <message>
      <source>QR code with the settings, for a softphone</source>
      <translation>QR-kod med uppgifterna, till en softphone</translation>
    </message>
    <message>
      <source>Read again</source>
      <translation>Läs igen</translation>
    </message>
    <message>
      <source>Reading the file …</source>
      <translation>Läser filen …</translation>
    </message>
    <message>
      <source>Real phones can't connect to the demo company.</source>
      <translation>Riktiga telefoner kan inte anslutas till demoföretaget.</translation>
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
      <translation>Registrerad</translation>
    </message>
    <message>
      <source>Remove the picture</source>
      <translation>Ta bort bilden</translation>
    </message>
    <message>
      <source>Remove {device}</source>
      <translation>Ta bort {device}</translation>
    </message>
    <message>
      <source>Reset password</source>
      <translation>Återställ lösenord</translation>
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
      <translation>Ringer genast</translation>
    </message>
    <message>
      <source>Role</source>
      <translation>Roll</translation>
    </message>
    <message>
      <source>Row {number}</source>
      <translation>Rad {number}</translation>
    </message>
    <message>
      <source>Rows of the file</source>
      <translation>Filens rader</translation>
    </message>
    <message>
      <source>Rung over the trunk</source>
      <translation>Rings upp utifrån</translation>
    </message>
    <message>
      <source>SIP settings</source>
      <translation>SIP-uppgifter</translation>
    </message>
    <message>
      <source>Save</source>
      <translation>Spara</translation>
    </message>
    <message>
      <source>Save mine all the same</source>
      <translation>Spara mitt ändå</translation>
    </message>
    <message>
      <source>Saved</source>
      <translation>Sparat</translation>
    </message>
    <message>
      <source>Saved as {file}</source>
      <translation>Sparat som {file}</translation>
    </message>
    <message>
      <source>Scan in the softphone</source>
      <translation>Skanna i softphonen</translation>
    </message>
    <message>
      <source>Search person, number or department</source>
      <translation>Sök person, nummer eller avdelning</translation>
    </message>
    <message>
      <source>Server</source>
      <translation>Server</translation>
    </message>
    <message>
      <source>Sheets (*.csv)</source>
      <translation>Kalkylark (*.csv)</translation>
    </message>
    <message>
      <source>Show SIP settings</source>
      <translation>Visa SIP-uppgifter</translation>
    </message>
    <message>
      <source>Show the password</source>
      <translation>Visa lösenordet</translation>
    </message>
    <message>
      <source>Shown only now. For the first sign-in from outside; here the first password is 0000.</source>
      <translation>Visas bara nu. För första inloggningen utifrån; här är det första lösenordet 0000.</translation>
    </message>
    <message>
      <source>Softphone</source>
      <translation>Softphone</translation>
    </message>
    <message>
      <source>Something that this version doesn't know</source>
      <translation>Något som den här versionen inte känner till</translation>
    </message>
    <message>
      <source>Sound of calls</source>
      <translation>Ljud i samtal</translation>
    </message>
    <message>
      <source>Straight from phone to phone</source>
      <translation>Direkt mellan telefonerna</translation>
    </message>
    <message>
      <source>Tables (*.csv *.txt *.tsv)</source>
      <translation>Tabeller (*.csv *.txt *.tsv)</translation>
    </message>
    <message>
      <source>Take what is there now</source>
      <translation>Använd det som finns nu</translation>
    </message>
    <message>
      <source>Telephony</source>
      <translation>Telefoni</translation>
    </message>
    <message>
      <source>The file is larger than {most} MB. Divide it.</source>
      <translation>Filen är större än {most} MB. Dela upp den.</translation>
    </message>
    <message>
      <source>The only administrator can't be closed or deleted.</source>
      <translation>Den enda administratören kan inte stängas eller tas bort.</translation>
    </message>
    <message>
      <source>The phone fetches its settings</source>
      <translation>Telefonen hämtar sina inställningar</translation>
    </message>
    <message>
      <source>The telephone system listens on this computer alone: phones don't reach it.</source>
      <translation>Telefonsystemet lyssnar bara på den här datorn, så telefoner når det inte.</translation>
    </message>
    <message>
      <source>There is nothing to import: all in the file is so already.</source>
      <translation>Det finns inget att importera: allt i filen är redan så.</translation>
    </message>
    <message>
      <source>Through the service</source>
      <translation>Genom telefonsystemet</translation>
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
      <translation>Skriv in den på telefonens egen sida: Yealink under Settings, Auto Provision, Server URL; Snom under Advanced, Update, Setting URL. Den gäller för en hämtning; sedan använder telefonen sitt eget lösenord. En telefon som inte känner serverns certifikat måste först få veta att det går att lita på.</translation>
    </message>
    <message>
      <source>Type the name: {name}</source>
      <translation>Skriv namnet: {name}</translation>
    </message>
    <message>
      <source>Unknown</source>
      <translation>Okänd</translation>
    </message>
    <message>
      <source>User</source>
      <translation>Användare</translation>
    </message>
    <message>
      <source>What you have written isn't saved. Choose again to leave it.</source>
      <translation>Det du har skrivit är inte sparat. Välj igen för att gå vidare ändå.</translation>
    </message>
    <message>
      <source>When it rings</source>
      <translation>När den ringer</translation>
    </message>
    <message>
      <source>Whoever is new signs in with 0000 the first time.</source>
      <translation>Nya personer loggar in med 0000 första gången.</translation>
    </message>
    <message>
      <source>{device} rings no more; what stands in the phone is of no use then.</source>
      <translation>{device} ringer inte längre, och uppgifterna i telefonen går inte att använda igen.</translation>
    </message>
    <message>
      <source>{name} changed this at {time}.</source>
      <translation>{name} ändrade detta kl. {time}.</translation>
    </message>
    <message>
      <source>{name} has changed people meanwhile. Nothing was imported: look again.</source>
      <translation>{name} har ändrat personer under tiden. Inget importerades: titta igen.</translation>
    </message>
    <message>
      <source>{name} has changed this meanwhile.</source>
      <translation>{name} har ändrat detta under tiden.</translation>
    </message>
    <message>
      <source>{name} has that local number.</source>
      <translation>{name} har den anknytningen.</translation>
    </message>
    <message>
      <source>{name} is signed out on all devices, and needs a code to get in again.</source>
      <translation>{name} loggas ut på alla enheter och behöver en kod för att logga in igen.</translation>
    </message>
    <message>
      <source>{transport} · encrypted</source>
      <translation>{transport} · krypterat</translation>
    </message>
    <message>
      <source>{transport} · not encrypted</source>
      <translation>{transport} · inte krypterat</translation>
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
      <translation>Ett annat program använder {keys}. Välj en annan tangent i Inställningar, Samtalshantering.</translation>
    </message>
    <message>
      <source>Calls</source>
      <translation>Samtal</translation>
    </message>
    <message>
      <source>Divert my phone</source>
      <translation>Hänvisa min telefon</translation>
    </message>
    <message>
      <source>My details</source>
      <translation>Mina uppgifter</translation>
    </message>
    <message>
      <source>Phone messages</source>
      <translation>Telefonmeddelande</translation>
    </message>
    <message>
      <source>Phonebook</source>
      <translation>Telefonbok</translation>
    </message>
    <message>
      <source>Reception</source>
      <translation>Reception</translation>
    </message>
    <message>
      <source>Search</source>
      <translation>Sökning</translation>
    </message>
    <message>
      <source>Settings</source>
      <translation>Inställningar</translation>
    </message>
    <message>
      <source>Starting …</source>
      <translation>Startar …</translation>
    </message>
    <message>
      <source>This computer has no keyring, so you sign in at each start.</source>
      <translation>Den här datorn har ingen nyckelring, så du loggar in vid varje start.</translation>
    </message>
  </context>
  <context>
    <name>Audit</name>
    <message numerus="yes">
      <source>%n entry(ies)</source>
      <translation>
        <numerusform>%n rad</numerusform>
        <numerusform>%n rader</numerusform>
      </translation>
    </message>
    <message>
      <source>Again</source>
      <translation>Igen</translation>
    </message>
    <message>
      <source>Log</source>
      <translation>Logg</translation>
    </message>
    <message>
      <source>Older ones</source>
      <translation>Äldre</translation>
    </message>
    <message>
      <source>Search who, number or word</source>
      <translation>Sök vem, nummer eller ord</translation>
    </message>
    <message>
      <source>added a company number</source>
      <translation>lade till ett företagsnummer</translation>
    </message>
    <message>
      <source>added a connection</source>
      <translation>lade till en anslutning</translation>
    </message>
    <message>
      <source>added a device</source>
      <translation>lade till en enhet</translation>
    </message>
    <message>
      <source>added a group</source>
      <translation>lade till en grupp</translation>
    </message>
    <message>
      <source>added a line</source>
      <translation>lade till en linje</translation>
    </message>
    <message>
      <source>added a person</source>
      <translation>lade till en person</translation>
    </message>
    <message>
      <source>added a standard message</source>
      <translation>lade till ett standardmeddelande</translation>
    </message>
    <message>
      <source>changed a company number</source>
      <translation>ändrade ett företagsnummer</translation>
    </message>
    <message>
      <source>changed a connection</source>
      <translation>ändrade en anslutning</translation>
    </message>
    <message>
      <source>changed a device</source>
      <translation>ändrade en enhet</translation>
    </message>
    <message>
      <source>changed a forgotten password</source>
      <translation>bytte ett glömt lösenord</translation>
    </message>
    <message>
      <source>changed a group</source>
      <translation>ändrade en grupp</translation>
    </message>
    <message>
      <source>changed a group's hours</source>
      <translation>ändrade en grupps öppettider</translation>
    </message>
    <message>
      <source>changed a line</source>
      <translation>ändrade en linje</translation>
    </message>
    <message>
      <source>changed a person</source>
      <translation>ändrade en person</translation>
    </message>
    <message>
      <source>changed a pickup group</source>
      <translation>ändrade en svarsgrupp</translation>
    </message>
    <message>
      <source>changed a recording of the company</source>
      <translation>ändrade en av företagets inspelningar</translation>
    </message>
    <message>
      <source>changed a standard message</source>
      <translation>ändrade ett standardmeddelande</translation>
    </message>
    <message>
      <source>changed how personal data is kept</source>
      <translation>ändrade hur personuppgifter sparas</translation>
    </message>
    <message>
      <source>changed the blocked callers</source>
      <translation>ändrade spärrade uppringare</translation>
    </message>
    <message>
      <source>changed the company's hours</source>
      <translation>ändrade företagets öppettider</translation>
    </message>
    <message>
      <source>changed the order of the lines</source>
      <translation>ändrade linjernas ordning</translation>
    </message>
    <message>
      <source>changed the password</source>
      <translation>bytte lösenord</translation>
    </message>
    <message>
      <source>changed the words of calendars</source>
      <translation>ändrade kalendrarnas ord</translation>
    </message>
    <message>
      <source>changed when calls come back</source>
      <translation>ändrade när samtal kommer tillbaka</translation>
    </message>
    <message>
      <source>changed whether phones must be encrypted</source>
      <translation>ändrade om telefoner måste vara krypterade</translation>
    </message>
    <message>
      <source>changed which numbers may be shown</source>
      <translation>ändrade vilka nummer som får visas</translation>
    </message>
    <message>
      <source>changed who sees the company's last contacts</source>
      <translation>ändrade vem som ser företagets senaste kontakter</translation>
    </message>
    <message>
      <source>deleted a company number</source>
      <translation>tog bort ett företagsnummer</translation>
    </message>
    <message>
      <source>deleted a connection</source>
      <translation>tog bort en anslutning</translation>
    </message>
    <message>
      <source>deleted a group</source>
      <translation>tog bort en grupp</translation>
    </message>
    <message>
      <source>deleted a line</source>
      <translation>tog bort en linje</translation>
    </message>
    <message>
      <source>deleted a person</source>
      <translation>tog bort en person</translation>
    </message>
    <message>
      <source>deleted a pickup group</source>
      <translation>tog bort en svarsgrupp</translation>
    </message>
    <message>
      <source>deleted a standard message</source>
      <translation>tog bort ett standardmeddelande</translation>
    </message>
    <message>
      <source>diverted a colleague's phone</source>
      <translation>hänvisade en kollegas telefon</translation>
    </message>
    <message>
      <source>ended a session</source>
      <translation>avslutade en session</translation>
    </message>
    <message>
      <source>erased a person</source>
      <translation>raderade en persons uppgifter</translation>
    </message>
    <message>
      <source>exported a person's data</source>
      <translation>exporterade en persons uppgifter</translation>
    </message>
    <message>
      <source>failed to change the password</source>
      <translation>kunde inte byta lösenord</translation>
    </message>
    <message>
      <source>fetched its settings</source>
      <translation>hämtade sina inställningar</translation>
    </message>
    <message>
      <source>gave a wrong password when asked again</source>
      <translation>gav fel lösenord när det frågades igen</translation>
    </message>
    <message>
      <source>had a code sent</source>
      <translation>fick en kod skickad</translation>
    </message>
    <message>
      <source>let the calendar decide about a day</source>
      <translation>lät kalendern avgöra en dag</translation>
    </message>
    <message>
      <source>lifted a block</source>
      <translation>hävde en spärr</translation>
    </message>
    <message>
      <source>locked a mailbox by wrong PINs</source>
      <translation>låste en röstbrevlåda med fel pinkoder</translation>
    </message>
    <message>
      <source>logged a member in</source>
      <translation>loggade in en medlem</translation>
    </message>
    <message>
      <source>logged a member out</source>
      <translation>loggade ut en medlem</translation>
    </message>
    <message>
      <source>made a day a closing day</source>
      <translation>gjorde en dag till stängd dag</translation>
    </message>
    <message>
      <source>made a day a working day</source>
      <translation>gjorde en dag till arbetsdag</translation>
    </message>
    <message>
      <source>made an address for a phone's settings</source>
      <translation>gjorde en adress till en telefons inställningar</translation>
    </message>
    <message>
      <source>made the company</source>
      <translation>skapade företaget</translation>
    </message>
    <message>
      <source>opened a colleague's phone</source>
      <translation>öppnade en kollegas telefon</translation>
    </message>
    <message>
      <source>removed a device</source>
      <translation>tog bort en enhet</translation>
    </message>
    <message>
      <source>removed a mailbox PIN</source>
      <translation>tog bort en pinkod till röstbrevlådan</translation>
    </message>
    <message>
      <source>removed a person's calendar</source>
      <translation>tog bort en persons kalender</translation>
    </message>
    <message>
      <source>removed a picture</source>
      <translation>tog bort en bild</translation>
    </message>
    <message>
      <source>removed a recording of the company</source>
      <translation>tog bort en av företagets inspelningar</translation>
    </message>
    <message>
      <source>reset a password</source>
      <translation>återställde ett lösenord</translation>
    </message>
    <message>
      <source>saw SIP settings</source>
      <translation>såg SIP-uppgifter</translation>
    </message>
    <message>
      <source>set a mailbox PIN</source>
      <translation>satte en pinkod till röstbrevlådan</translation>
    </message>
    <message>
      <source>set a person's calendar</source>
      <translation>ställde in en persons kalender</translation>
    </message>
    <message>
      <source>sign-in failed</source>
      <translation>inloggning misslyckades</translation>
    </message>
    <message>
      <source>signed in</source>
      <translation>loggade in</translation>
    </message>
    <message>
      <source>tried a connection</source>
      <translation>provade en anslutning</translation>
    </message>
    <message>
      <source>was refused a phone's settings</source>
      <translation>nekades en telefons inställningar</translation>
    </message>
  </context>
  <context>
    <name>Calls</name>
    <message>
      <source>A step that this version doesn't know</source>
      <translation>Ett steg som den här versionen inte känner till</translation>
    </message>
    <message>
      <source>All</source>
      <translation>Alla</translation>
    </message>
    <message>
      <source>All days</source>
      <translation>Alla dagar</translation>
    </message>
    <message>
      <source>All lines were busy for {number}</source>
      <translation>Alla linjer var upptagna till {number}</translation>
    </message>
    <message>
      <source>Answered by {name}</source>
      <translation>Besvarat av {name}</translation>
    </message>
    <message>
      <source>Busy</source>
      <translation>Upptaget</translation>
    </message>
    <message>
      <source>Call</source>
      <translation>Ring upp</translation>
    </message>
    <message>
      <source>Call back</source>
      <translation>Ring tillbaka</translation>
    </message>
    <message>
      <source>Called again and got through</source>
      <translation>Ringde själv igen</translation>
    </message>
    <message>
      <source>Called, nobody answered</source>
      <translation>Ringde, ingen svarade</translation>
    </message>
    <message>
      <source>Calls</source>
      <translation>Samtal</translation>
    </message>
    <message>
      <source>Calls without a number are not let in</source>
      <translation>Samtal med dolt nummer släpps inte in</translation>
    </message>
    <message>
      <source>Close the details</source>
      <translation>Stäng detaljerna</translation>
    </message>
    <message>
      <source>Copied</source>
      <translation>Kopierat</translation>
    </message>
    <message>
      <source>Copy for support</source>
      <translation>Kopiera till supporten</translation>
    </message>
    <message>
      <source>Copy the number</source>
      <translation>Kopiera numret</translation>
    </message>
    <message>
      <source>Date</source>
      <translation>Datum</translation>
    </message>
    <message>
      <source>Days</source>
      <translation>Dagar</translation>
    </message>
    <message>
      <source>Details</source>
      <translation>Detaljer</translation>
    </message>
    <message>
      <source>Done</source>
      <translation>Klart</translation>
    </message>
    <message>
      <source>Done {time}</source>
      <translation>Klart {time}</translation>
    </message>
    <message>
      <source>Duration</source>
      <translation>Längd</translation>
    </message>
    <message>
      <source>Emergency call</source>
      <translation>Nödsamtal</translation>
    </message>
    <message>
      <source>Export</source>
      <translation>Exportera</translation>
    </message>
    <message>
      <source>Export as CSV</source>
      <translation>Exportera som CSV</translation>
    </message>
    <message>
      <source>Export calls</source>
      <translation>Exportera samtal</translation>
    </message>
    <message>
      <source>Fell open again by itself</source>
      <translation>Blev öppet igen av sig självt</translation>
    </message>
    <message>
      <source>Filter</source>
      <translation>Filtrera</translation>
    </message>
    <message>
      <source>Give it back</source>
      <translation>Släpp det</translation>
    </message>
    <message>
      <source>Given up</source>
      <translation>Avbrutet</translation>
    </message>
    <message>
      <source>In</source>
      <translation>In</translation>
    </message>
    <message>
      <source>In hand</source>
      <translation>Pågår</translation>
    </message>
    <message>
      <source>Incoming</source>
      <translation>Inkommande</translation>
    </message>
    <message>
      <source>It looped back to {name} and was stopped</source>
      <translation>Det kom tillbaka till {name} och stoppades</translation>
    </message>
    <message>
      <source>I’ll take it</source>
      <translation>Jag tar det</translation>
    </message>
    <message>
      <source>Kind</source>
      <translation>Typ</translation>
    </message>
    <message>
      <source>Last 30 days</source>
      <translation>Senaste 30 dagarna</translation>
    </message>
    <message>
      <source>Last 7 days</source>
      <translation>Senaste 7 dagarna</translation>
    </message>
    <message>
      <source>Left a voicemail</source>
      <translation>Lämnade ett meddelande</translation>
    </message>
    <message>
      <source>Listen to the voicemail</source>
      <translation>Lyssna på röstmeddelandet</translation>
    </message>
    <message>
      <source>Look up the number</source>
      <translation>Slå upp numret</translation>
    </message>
    <message>
      <source>Memo</source>
      <translation>Anteckning</translation>
    </message>
    <message>
      <source>Missed</source>
      <translation>Missade</translation>
    </message>
    <message>
      <source>Name</source>
      <translation>Namn</translation>
    </message>
    <message>
      <source>No call matches</source>
      <translation>Inga samtal matchar</translation>
    </message>
    <message>
      <source>No calls yet</source>
      <translation>Inga samtal än</translation>
    </message>
    <message>
      <source>No line to the outside for {number}</source>
      <translation>Ingen linje ut för {number}</translation>
    </message>
    <message>
      <source>No line to the outside worked for {number}</source>
      <translation>Ingen linje ut fungerade till {number}</translation>
    </message>
    <message>
      <source>No missed calls – well done</source>
      <translation>Inga missade samtal – bra jobbat</translation>
    </message>
    <message>
      <source>No such calls</source>
      <translation>Inga sådana samtal</translation>
    </message>
    <message>
      <source>No such number</source>
      <translation>Numret finns inte</translation>
    </message>
    <message>
      <source>Nobody has {number}</source>
      <translation>Ingen har {number}</translation>
    </message>
    <message>
      <source>Nobody waits – well done</source>
      <translation>Ingen väntar – bra jobbat</translation>
    </message>
    <message>
      <source>Not answered</source>
      <translation>Obesvarat</translation>
    </message>
    <message>
      <source>Not connected</source>
      <translation>Ingen förbindelse</translation>
    </message>
    <message>
      <source>Number</source>
      <translation>Nummer</translation>
    </message>
    <message>
      <source>On call: {name}</source>
      <translation>Jour: {name}</translation>
    </message>
    <message>
      <source>Open</source>
      <translation>Öppet</translation>
    </message>
    <message>
      <source>Open again</source>
      <translation>Öppna igen</translation>
    </message>
    <message>
      <source>Open calls</source>
      <translation>Öppna</translation>
    </message>
    <message>
      <source>Out</source>
      <translation>Ut</translation>
    </message>
    <message>
      <source>Out to {number}</source>
      <translation>Utgående till {number}</translation>
    </message>
    <message>
      <source>Out to {number} over {line}</source>
      <translation>Ut till {number} över {line}</translation>
    </message>
    <message>
      <source>Outcome</source>
      <translation>Resultat</translation>
    </message>
    <message>
      <source>Outgoing</source>
      <translation>Utgående</translation>
    </message>
    <message>
      <source>Picked up by {name}</source>
      <translation>Samtalet togs av {name}</translation>
    </message>
    <message>
      <source>Rang at the group {name}</source>
      <translation>Ringde hos gruppen {name}</translation>
    </message>
    <message>
      <source>Rang at {name}</source>
      <translation>Ringde hos {name}</translation>
    </message>
    <message>
      <source>Rejected</source>
      <translation>Avvisat</translation>
    </message>
    <message>
      <source>Save</source>
      <translation>Spara</translation>
    </message>
    <message>
      <source>Search calls by name or number</source>
      <translation>Sök bland samtal på namn eller nummer</translation>
    </message>
    <message>
      <source>Select</source>
      <translation>Välj</translation>
    </message>
    <message>
      <source>Sent on by {name}</source>
      <translation>Skickat vidare av {name}</translation>
    </message>
    <message>
      <source>Shared</source>
      <translation>Gemensamma</translation>
    </message>
    <message>
      <source>Shared missed calls</source>
      <translation>Gemensamma missade samtal</translation>
    </message>
    <message>
      <source>Something that this version doesn't know</source>
      <translation>Något som den här versionen inte känner till</translation>
    </message>
    <message>
      <source>Table (*.csv)</source>
      <translation>Tabell (*.csv)</translation>
    </message>
    <message>
      <source>Take / give back</source>
      <translation>Ta / släpp</translation>
    </message>
    <message>
      <source>The caller chose {language}</source>
      <translation>Den som ringde valde {language}</translation>
    </message>
    <message>
      <source>The connection to {name}'s phone was lost</source>
      <translation>Förbindelsen till telefonen hos {name} bröts</translation>
    </message>
    <message>
      <source>The file couldn't be written there.</source>
      <translation>Filen kunde inte skrivas där.</translation>
    </message>
    <message>
      <source>The group {name} was closed</source>
      <translation>Gruppen {name} hade stängt</translation>
    </message>
    <message>
      <source>The number is blocked</source>
      <translation>Numret är spärrat</translation>
    </message>
    <message>
      <source>The older calls couldn't be fetched, so nothing was exported.</source>
      <translation>De äldre samtalen kunde inte hämtas, så inget exporterades.</translation>
    </message>
    <message>
      <source>The telephone system had too much to do and refused the call</source>
      <translation>Telefonsystemet hade för mycket att göra och avvisade samtalet</translation>
    </message>
    <message>
      <source>Time</source>
      <translation>Tid</translation>
    </message>
    <message>
      <source>To {name}'s mailbox</source>
      <translation>Till {name}s röstbrevlåda</translation>
    </message>
    <message>
      <source>Today</source>
      <translation>I dag</translation>
    </message>
    <message>
      <source>Too many calls within an hour for {number}</source>
      <translation>För många samtal inom en timme till {number}</translation>
    </message>
    <message>
      <source>Transferred by {name}</source>
      <translation>Kopplat av {name}</translation>
    </message>
    <message>
      <source>Unknown direction</source>
      <translation>Okänd riktning</translation>
    </message>
    <message>
      <source>Unknown number</source>
      <translation>Okänt nummer</translation>
    </message>
    <message>
      <source>Voicemail</source>
      <translation>Röstmeddelande</translation>
    </message>
    <message>
      <source>Which calls</source>
      <translation>Vilka samtal</translation>
    </message>
    <message>
      <source>Who did what</source>
      <translation>Vem gjorde vad</translation>
    </message>
    <message>
      <source>Why did the call go there?</source>
      <translation>Varför gick samtalet dit?</translation>
    </message>
    <message>
      <source>Withheld number</source>
      <translation>Skyddat nummer</translation>
    </message>
    <message>
      <source>Yesterday</source>
      <translation>I går</translation>
    </message>
    <message>
      <source>You are calling back</source>
      <translation>Du ringer tillbaka</translation>
    </message>
    <message>
      <source>by {name}</source>
      <translation>av {name}</translation>
    </message>
    <message>
      <source>diverted by {name}</source>
      <translation>hänvisat av {name}</translation>
    </message>
    <message>
      <source>since {time}</source>
      <translation>sedan {time}</translation>
    </message>
    <message>
      <source>{name} called</source>
      <translation>{name} ringde</translation>
    </message>
    <message>
      <source>{name} could not be reached</source>
      <translation>{name} kunde inte nås</translation>
    </message>
    <message>
      <source>{name} did not answer</source>
      <translation>{name} svarade inte</translation>
    </message>
    <message>
      <source>{name} gave it back</source>
      <translation>{name} släppte det</translation>
    </message>
    <message>
      <source>{name} got through</source>
      <translation>{name} kom fram</translation>
    </message>
    <message>
      <source>{name} had diverted</source>
      <translation>{name} hade hänvisat</translation>
    </message>
    <message>
      <source>{name} has no phone connected</source>
      <translation>{name} har ingen telefon ansluten</translation>
    </message>
    <message>
      <source>{name} is calling back</source>
      <translation>{name} ringer tillbaka</translation>
    </message>
    <message>
      <source>{name} lets colleagues through</source>
      <translation>{name} släpper igenom kollegor</translation>
    </message>
    <message>
      <source>{name} lets favourites through</source>
      <translation>{name} släpper igenom favoriter</translation>
    </message>
    <message>
      <source>{name} lets the numbers of a list through</source>
      <translation>{name} släpper igenom nummer på en lista</translation>
    </message>
    <message>
      <source>{name} lets through who calls again within 3 minutes</source>
      <translation>{name} släpper igenom den som ringer igen inom 3 minuter</translation>
    </message>
    <message>
      <source>{name} opened it again</source>
      <translation>{name} öppnade det igen</translation>
    </message>
    <message>
      <source>{name} said that it is done</source>
      <translation>{name} har klarat det</translation>
    </message>
    <message>
      <source>{name} took it</source>
      <translation>{name} tog det</translation>
    </message>
    <message>
      <source>{name} was busy</source>
      <translation>{name} var upptagen</translation>
    </message>
    <message>
      <source>{name} was closed</source>
      <translation>{name} hade stängt</translation>
    </message>
    <message>
      <source>{name} was closed for a holiday</source>
      <translation>{name} hade stängt för en helgdag</translation>
    </message>
    <message>
      <source>{name} was open</source>
      <translation>{name} hade öppet</translation>
    </message>
    <message>
      <source>{name} wrote the memo</source>
      <translation>{name} skrev anteckningen</translation>
    </message>
    <message>
      <source>{name}'s number is closed</source>
      <translation>{name}s nummer är stängt</translation>
    </message>
    <message>
      <source>{number} is a premium number, which may not be called</source>
      <translation>{number} är ett betalnummer som inte får ringas</translation>
    </message>
    <message>
      <source>{number} is in a country that may not be called</source>
      <translation>{number} är i ett land som inte får ringas</translation>
    </message>
    <message>
      <source>{number} was dialled</source>
      <translation>{number} ringdes upp</translation>
    </message>
    <message>
      <source>{step}: the provider answered “{said}”</source>
      <translation>{step}: operatören svarade ”{said}”</translation>
    </message>
  </context>
  <context>
    <name>Colleagues</name>
    <message numerus="yes">
      <source>%n found</source>
      <translation>
        <numerusform>%n hittad</numerusform>
        <numerusform>%n hittade</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n free</source>
      <translation>
        <numerusform>%n ledig</numerusform>
        <numerusform>%n lediga</numerusform>
      </translation>
    </message>
    <message>
      <source>All</source>
      <translation>Alla</translation>
    </message>
    <message>
      <source>All colleagues</source>
      <translation>Alla kollegor</translation>
    </message>
    <message>
      <source>At work again {when}</source>
      <translation>I tjänst igen {when}</translation>
    </message>
    <message>
      <source>Call</source>
      <translation>Ring upp</translation>
    </message>
    <message>
      <source>Call number</source>
      <translation>Ring nummer</translation>
    </message>
    <message>
      <source>Call the mobile</source>
      <translation>Ring mobilen</translation>
    </message>
    <message>
      <source>Call waits</source>
      <translation>Samtal väntar</translation>
    </message>
    <message>
      <source>Call when both are free</source>
      <translation>Ring upp när båda är lediga</translation>
    </message>
    <message>
      <source>Call: {kind}</source>
      <translation>Ring: {kind}</translation>
    </message>
    <message>
      <source>Calls when you are both free</source>
      <translation>Ringer när ni båda är lediga</translation>
    </message>
    <message>
      <source>Clear the search</source>
      <translation>Rensa sökningen</translation>
    </message>
    <message>
      <source>Colleagues</source>
      <translation>Kollegor</translation>
    </message>
    <message>
      <source>Copy</source>
      <translation>Kopiera</translation>
    </message>
    <message>
      <source>Copy the number</source>
      <translation>Kopiera numret</translation>
    </message>
    <message>
      <source>Create a contact</source>
      <translation>Skapa kontakt</translation>
    </message>
    <message>
      <source>Details</source>
      <translation>Detaljer</translation>
    </message>
    <message>
      <source>Divert my phone to here</source>
      <translation>Hänvisa hit</translation>
    </message>
    <message>
      <source>Divert to here</source>
      <translation>Hänvisa hit</translation>
    </message>
    <message>
      <source>Don't call when both are free</source>
      <translation>Ring inte upp när båda är lediga</translation>
    </message>
    <message>
      <source>Don't tell me when free</source>
      <translation>Säg inte till när ledig</translation>
    </message>
    <message>
      <source>Everybody</source>
      <translation>Alla</translation>
    </message>
    <message>
      <source>External contacts</source>
      <translation>Externa kontakter</translation>
    </message>
    <message>
      <source>External number · rings your phone first</source>
      <translation>Externt nummer · ringer först på din telefon</translation>
    </message>
    <message>
      <source>Favourite</source>
      <translation>Favorit</translation>
    </message>
    <message>
      <source>Favourites</source>
      <translation>Favoriter</translation>
    </message>
    <message>
      <source>Fetching colleagues …</source>
      <translation>Hämtar kollegor …</translation>
    </message>
    <message>
      <source>Free now</source>
      <translation>Lediga nu</translation>
    </message>
    <message>
      <source>Free now – lift the receiver</source>
      <translation>Ledig nu – lyft luren</translation>
    </message>
    <message>
      <source>In a meeting {until}</source>
      <translation>I möte {until}</translation>
    </message>
    <message>
      <source>Internal users</source>
      <translation>Interna användare</translation>
    </message>
    <message>
      <source>Last seen {ago}</source>
      <translation>Sågs senast {ago}</translation>
    </message>
    <message>
      <source>Letters {first} to {last}</source>
      <translation>Bokstäverna {first} till {last}</translation>
    </message>
    <message>
      <source>Lift the receiver</source>
      <translation>Lyft luren</translation>
    </message>
    <message>
      <source>List</source>
      <translation>Lista</translation>
    </message>
    <message>
      <source>List, tiles or day board</source>
      <translation>Lista, rutor eller dag</translation>
    </message>
    <message>
      <source>Local number · rings your phone first</source>
      <translation>Anknytning · ringer först på din telefon</translation>
    </message>
    <message>
      <source>Message</source>
      <translation>Meddelande</translation>
    </message>
    <message>
      <source>Missed {when}</source>
      <translation>Missat {when}</translation>
    </message>
    <message>
      <source>My department</source>
      <translation>Min avdelning</translation>
    </message>
    <message>
      <source>Next step</source>
      <translation>Utför</translation>
    </message>
    <message>
      <source>No colleague is called “{query}”</source>
      <translation>Ingen kollega heter ”{query}”</translation>
    </message>
    <message>
      <source>No shared contact is called “{query}”</source>
      <translation>Ingen delad kontakt heter ”{query}”</translation>
    </message>
    <message>
      <source>Nobody is called “{query}”</source>
      <translation>Ingen heter ”{query}”</translation>
    </message>
    <message>
      <source>Nothing found</source>
      <translation>Inget hittades</translation>
    </message>
    <message>
      <source>Page</source>
      <translation>Sida</translation>
    </message>
    <message>
      <source>Pick up</source>
      <translation>Ta samtalet</translation>
    </message>
    <message>
      <source>Recent calls</source>
      <translation>Senaste samtal</translation>
    </message>
    <message>
      <source>Remove from favourites</source>
      <translation>Ta bort från favoriter</translation>
    </message>
    <message>
      <source>Scroll by the letters on the right</source>
      <translation>Rulla med bokstäverna till höger</translation>
    </message>
    <message>
      <source>Search among</source>
      <translation>Sök bland</translation>
    </message>
    <message>
      <source>Search among: {whom}</source>
      <translation>Sök bland: {whom}</translation>
    </message>
    <message>
      <source>Search the phonebook</source>
      <translation>Sök i telefonboken</translation>
    </message>
    <message>
      <source>Select</source>
      <translation>Välj</translation>
    </message>
    <message>
      <source>Show in the phonebook</source>
      <translation>Visa i telefonboken</translation>
    </message>
    <message>
      <source>Spoken {when}</source>
      <translation>Samtal {when}</translation>
    </message>
    <message>
      <source>Tell me when free</source>
      <translation>Säg till när ledig</translation>
    </message>
    <message>
      <source>Tiles</source>
      <translation>Rutor</translation>
    </message>
    <message>
      <source>Tiles by department</source>
      <translation>Rutor efter avdelning</translation>
    </message>
    <message>
      <source>Today</source>
      <translation>I dag</translation>
    </message>
    <message>
      <source>Top and bottom</source>
      <translation>Början och slutet</translation>
    </message>
    <message>
      <source>Try fewer letters, a local number or a department.</source>
      <translation>Prova färre bokstäver, en anknytning eller en avdelning.</translation>
    </message>
    <message>
      <source>Type digits to call a number with Enter.</source>
      <translation>Skriver du siffror kan du ringa direkt med Enter.</translation>
    </message>
    <message>
      <source>Undo</source>
      <translation>Ångra</translation>
    </message>
    <message>
      <source>Without a department</source>
      <translation>Utan avdelning</translation>
    </message>
    <message>
      <source>Write an e-mail</source>
      <translation>Skriv ett e-postmeddelande</translation>
    </message>
    <message>
      <source>You are told when free</source>
      <translation>Du får besked när ledig</translation>
    </message>
    <message>
      <source>Your own contacts are found in the phonebook.</source>
      <translation>Dina egna kontakter finns i telefonboken.</translation>
    </message>
    <message>
      <source>external contact</source>
      <translation>extern kontakt</translation>
    </message>
    <message>
      <source>favourite</source>
      <translation>favorit</translation>
    </message>
    <message>
      <source>local {number}</source>
      <translation>anknytning {number}</translation>
    </message>
    <message>
      <source>{place} of {all}</source>
      <translation>{place} av {all}</translation>
    </message>
  </context>
  <context>
    <name>Commands</name>
    <message>
      <source>A link can't dial codes with * or #.</source>
      <translation>En länk kan inte ringa koder med * eller #.</translation>
    </message>
    <message>
      <source>All keys</source>
      <translation>Alla tangenter</translation>
    </message>
    <message>
      <source>Call selected number</source>
      <translation>Ring markerat nummer</translation>
    </message>
    <message>
      <source>Command palette</source>
      <translation>Kommandopalett</translation>
    </message>
    <message>
      <source>Emergency calls are confirmed on the screen.</source>
      <translation>Nödsamtal bekräftas på skärmen.</translation>
    </message>
    <message>
      <source>Log in to {group}</source>
      <translation>Logga in i {group}</translation>
    </message>
    <message>
      <source>Log out of {group}</source>
      <translation>Logga ut ur {group}</translation>
    </message>
    <message>
      <source>Not connected</source>
      <translation>Inte ansluten</translation>
    </message>
    <message>
      <source>Not connected; this is how it was.</source>
      <translation>Ingen anslutning; så här såg det ut senast.</translation>
    </message>
    <message>
      <source>Not signed in.</source>
      <translation>Inte inloggad.</translation>
    </message>
    <message>
      <source>Open the phone</source>
      <translation>Öppna telefonen</translation>
    </message>
    <message>
      <source>Quit</source>
      <translation>Avsluta</translation>
    </message>
    <message>
      <source>Show OnePresence</source>
      <translation>Visa OnePresence</translation>
    </message>
    <message>
      <source>Sign out</source>
      <translation>Logga ut</translation>
    </message>
    <message>
      <source>That message isn't there any more.</source>
      <translation>Det meddelandet finns inte längre.</translation>
    </message>
    <message>
      <source>There are several numbers in that.</source>
      <translation>Det finns flera nummer i det.</translation>
    </message>
    <message>
      <source>There is no command {name}. “onepresence commands” lists them.</source>
      <translation>Det finns inget kommando {name}. ”onepresence commands” visar alla.</translation>
    </message>
    <message>
      <source>There is no number in that link.</source>
      <translation>Det finns inget nummer i den länken.</translation>
    </message>
    <message>
      <source>There is no quick diversion {name}. There are: {names}</source>
      <translation>Det finns ingen snabbhänvisning {name}. Det finns: {names}</translation>
    </message>
    <message>
      <source>Turn off Do not disturb</source>
      <translation>Stäng av Stör ej</translation>
    </message>
    <message>
      <source>Write a message</source>
      <translation>Skriv ett meddelande</translation>
    </message>
    <message>
      <source>Your phone is open already</source>
      <translation>Din telefon är redan öppen</translation>
    </message>
  </context>
  <context>
    <name>Company</name>
    <message>
      <source>A new number answers as soon as it is saved</source>
      <translation>Ett nytt nummer svarar så snart det är sparat</translation>
    </message>
    <message>
      <source>Add</source>
      <translation>Lägg till</translation>
    </message>
    <message>
      <source>Add a key</source>
      <translation>Lägg till knapp</translation>
    </message>
    <message>
      <source>As usual</source>
      <translation>Som vanligt</translation>
    </message>
    <message>
      <source>Block a number</source>
      <translation>Spärra ett nummer</translation>
    </message>
    <message>
      <source>Blocked callers</source>
      <translation>Spärrade nummer</translation>
    </message>
    <message>
      <source>Calls now → {way}</source>
      <translation>Samtal nu → {way}</translation>
    </message>
    <message>
      <source>Calls to {number} then reach nobody.</source>
      <translation>Samtal till {number} når då ingen.</translation>
    </message>
    <message>
      <source>Choose a sound file instead: {what}</source>
      <translation>Välj en ljudfil i stället: {what}</translation>
    </message>
    <message>
      <source>Closed</source>
      <translation>Stängt</translation>
    </message>
    <message>
      <source>Closed now</source>
      <translation>Stängt nu</translation>
    </message>
    <message>
      <source>Closed on these days</source>
      <translation>Stängt dessa dagar</translation>
    </message>
    <message>
      <source>Closed on {day}</source>
      <translation>Stängt {day}</translation>
    </message>
    <message>
      <source>Closed today: holiday</source>
      <translation>Stängt i dag: helgdag</translation>
    </message>
    <message>
      <source>Company number</source>
      <translation>Företagsnummer</translation>
    </message>
    <message>
      <source>Day, as 24.12</source>
      <translation>Dag, som 24.12</translation>
    </message>
    <message>
      <source>Delete the number</source>
      <translation>Ta bort numret</translation>
    </message>
    <message>
      <source>Delete the recording: {what}</source>
      <translation>Ta bort inspelningen: {what}</translation>
    </message>
    <message>
      <source>Delete this menu</source>
      <translation>Ta bort menyn</translation>
    </message>
    <message>
      <source>Delete {number}</source>
      <translation>Ta bort {number}</translation>
    </message>
    <message>
      <source>First menu</source>
      <translation>Första menyn</translation>
    </message>
    <message>
      <source>Give the day a name.</source>
      <translation>Ge dagen ett namn.</translation>
    </message>
    <message>
      <source>Greeting</source>
      <translation>Hälsning</translation>
    </message>
    <message>
      <source>Holidays and closing days</source>
      <translation>Helgdagar och stängda dagar</translation>
    </message>
    <message>
      <source>Key</source>
      <translation>Knapp</translation>
    </message>
    <message>
      <source>Language</source>
      <translation>Språk</translation>
    </message>
    <message>
      <source>Language of the texts</source>
      <translation>Texternas språk</translation>
    </message>
    <message>
      <source>Languages</source>
      <translation>Språk</translation>
    </message>
    <message>
      <source>Leads to</source>
      <translation>Leder till</translation>
    </message>
    <message>
      <source>Let {name} in again</source>
      <translation>Häv spärren för {name}</translation>
    </message>
    <message>
      <source>Listen: {what}</source>
      <translation>Lyssna: {what}</translation>
    </message>
    <message>
      <source>Menu</source>
      <translation>Meny</translation>
    </message>
    <message>
      <source>Menu (none: it rings at once)</source>
      <translation>Meny (ingen: det ringer direkt)</translation>
    </message>
    <message>
      <source>Menu {n}</source>
      <translation>Meny {n}</translation>
    </message>
    <message>
      <source>Message</source>
      <translation>Meddelande</translation>
    </message>
    <message>
      <source>Name</source>
      <translation>Namn</translation>
    </message>
    <message>
      <source>Name of the day</source>
      <translation>Dagens namn</translation>
    </message>
    <message>
      <source>Name of the menu</source>
      <translation>Menyns namn</translation>
    </message>
    <message>
      <source>Name or number</source>
      <translation>Namn eller nummer</translation>
    </message>
    <message>
      <source>New menu</source>
      <translation>Ny meny</translation>
    </message>
    <message>
      <source>New number</source>
      <translation>Nytt nummer</translation>
    </message>
    <message>
      <source>No number of the company's own yet: fill in the first one</source>
      <translation>Inget företagsnummer ännu: fyll i det första</translation>
    </message>
    <message>
      <source>Number</source>
      <translation>Nummer</translation>
    </message>
    <message>
      <source>Number from outside</source>
      <translation>Nummer utifrån</translation>
    </message>
    <message>
      <source>On holidays</source>
      <translation>På helgdagar</translation>
    </message>
    <message>
      <source>On holidays (empty: as when closed)</source>
      <translation>På helgdagar (tomt: som när det är stängt)</translation>
    </message>
    <message>
      <source>Open now</source>
      <translation>Öppet nu</translation>
    </message>
    <message>
      <source>Opening hours</source>
      <translation>Öppettider</translation>
    </message>
    <message>
      <source>Opening hours (none: always open)</source>
      <translation>Öppettider (inga: alltid öppet)</translation>
    </message>
    <message>
      <source>Recorded ({length}): heard instead of the text</source>
      <translation>Inspelat ({length}): hörs i stället för texten</translation>
    </message>
    <message>
      <source>Refuse callers without a number</source>
      <translation>Avvisa samtal utan nummer</translation>
    </message>
    <message>
      <source>Said before it rings</source>
      <translation>Sägs innan det ringer</translation>
    </message>
    <message numerus="yes">
      <source>Show %n more</source>
      <translation>
        <numerusform>Visa %n till</numerusform>
        <numerusform>Visa %n till</numerusform>
      </translation>
    </message>
    <message>
      <source>Sound file for callers</source>
      <translation>Ljudfil för dem som ringer</translation>
    </message>
    <message>
      <source>Spoken:</source>
      <translation>Talar:</translation>
    </message>
    <message>
      <source>Take the key away</source>
      <translation>Ta bort knappen</translation>
    </message>
    <message>
      <source>Take {day} away</source>
      <translation>Ta bort {day}</translation>
    </message>
    <message>
      <source>Then to: name or number (empty: the call ends)</source>
      <translation>Sedan till: namn eller nummer (tomt: samtalet avslutas)</translation>
    </message>
    <message>
      <source>Unknown</source>
      <translation>Okänt</translation>
    </message>
    <message>
      <source>What is said</source>
      <translation>Vad som sägs</translation>
    </message>
    <message>
      <source>What is said, in</source>
      <translation>Texter på</translation>
    </message>
    <message>
      <source>What the menu says</source>
      <translation>Vad menyn säger</translation>
    </message>
    <message>
      <source>When closed</source>
      <translation>När det är stängt</translation>
    </message>
    <message>
      <source>When nobody answers</source>
      <translation>När ingen svarar</translation>
    </message>
    <message>
      <source>Which language</source>
      <translation>Vilket språk</translation>
    </message>
    <message>
      <source>Which menu</source>
      <translation>Vilken meny</translation>
    </message>
    <message>
      <source>Who answers</source>
      <translation>Vem svarar</translation>
    </message>
    <message>
      <source>Write the day as 24.12 or 24.12.2026.</source>
      <translation>Skriv dagen som 24.12 eller 24.12.2026.</translation>
    </message>
    <message>
      <source>greeting</source>
      <translation>hälsning</translation>
    </message>
    <message>
      <source>menu</source>
      <translation>meny</translation>
    </message>
    <message>
      <source>message</source>
      <translation>meddelande</translation>
    </message>
    <message>
      <source>the end</source>
      <translation>slut</translation>
    </message>
    <message>
      <source>{when}: then to</source>
      <translation>{when}: sedan till</translation>
    </message>
  </context>
  <context>
    <name>Connections</name>
    <message numerus="yes">
      <source>%n connection(s)</source>
      <translation>
        <numerusform>%n anslutning</numerusform>
        <numerusform>%n anslutningar</numerusform>
      </translation>
    </message>
    <message>
      <source>A whole number up to 65535 is wanted.</source>
      <translation>Det ska stå ett heltal upp till 65535.</translation>
    </message>
    <message>
      <source>Account</source>
      <translation>Konto</translation>
    </message>
    <message>
      <source>Address (URL)</source>
      <translation>Adress (URL)</translation>
    </message>
    <message>
      <source>Address (URL) of each calendar</source>
      <translation>Varje kalenders adress (URL)</translation>
    </message>
    <message>
      <source>An entry with one of these words becomes that absence, for everybody who has switched that on.</source>
      <translation>En bokning med något av dessa ord blir den frånvaron för alla som har slagit på det.</translation>
    </message>
    <message>
      <source>Another server is told it, so type it again.</source>
      <translation>En annan server får veta det, så skriv det igen.</translation>
    </message>
    <message>
      <source>Answers go to</source>
      <translation>Svar går till</translation>
    </message>
    <message>
      <source>Application (client) ID</source>
      <translation>Program-id (klient)</translation>
    </message>
    <message>
      <source>Below this entry</source>
      <translation>Under den här posten</translation>
    </message>
    <message>
      <source>Calendars (CalDAV)</source>
      <translation>Kalendrar (CalDAV)</translation>
    </message>
    <message>
      <source>Calendars (Exchange Server)</source>
      <translation>Kalendrar (Exchange Server)</translation>
    </message>
    <message>
      <source>Calendars (ICS addresses)</source>
      <translation>Kalendrar (ICS-adresser)</translation>
    </message>
    <message>
      <source>Calendars (Microsoft 365)</source>
      <translation>Kalendrar (Microsoft 365)</translation>
    </message>
    <message>
      <source>Client secret</source>
      <translation>Klienthemlighet</translation>
    </message>
    <message>
      <source>Connections</source>
      <translation>Anslutningar</translation>
    </message>
    <message>
      <source>Delegated calendars</source>
      <translation>Delegerade kalendrar</translation>
    </message>
    <message>
      <source>Delete the connection</source>
      <translation>Ta bort anslutningen</translation>
    </message>
    <message>
      <source>Delete {name}</source>
      <translation>Ta bort {name}</translation>
    </message>
    <message>
      <source>Directory (CardDAV)</source>
      <translation>Företagskatalog (CardDAV)</translation>
    </message>
    <message>
      <source>Directory (LDAP, Active Directory)</source>
      <translation>Företagskatalog (LDAP, Active Directory)</translation>
    </message>
    <message>
      <source>Doesn't work since {time}</source>
      <translation>Fungerar inte sedan {time}</translation>
    </message>
    <message>
      <source>Encryption</source>
      <translation>Kryptering</translation>
    </message>
    <message>
      <source>Fields</source>
      <translation>Fält</translation>
    </message>
    <message>
      <source>Filter</source>
      <translation>Filter</translation>
    </message>
    <message>
      <source>Form</source>
      <translation>Formulär</translation>
    </message>
    <message>
      <source>Graph address of another cloud</source>
      <translation>Graph-adress i ett annat moln</translation>
    </message>
    <message>
      <source>Headers</source>
      <translation>Huvuden</translation>
    </message>
    <message>
      <source>Impersonation</source>
      <translation>Personifiering</translation>
    </message>
    <message>
      <source>In the address</source>
      <translation>I adressen</translation>
    </message>
    <message>
      <source>In use</source>
      <translation>Används</translation>
    </message>
    <message>
      <source>It is needed.</source>
      <translation>Den behövs.</translation>
    </message>
    <message>
      <source>It is too long.</source>
      <translation>Det är för långt.</translation>
    </message>
    <message>
      <source>It isn't written as it should be.</source>
      <translation>Det är inte skrivet som det ska vara.</translation>
    </message>
    <message>
      <source>It needs {email} or {user} for the person.</source>
      <translation>{email} eller {user} behövs för personen.</translation>
    </message>
    <message>
      <source>It stands in the service's settings file, and is used until there is one here.</source>
      <translation>Den står i tjänstens inställningsfil och används tills det finns en här.</translation>
    </message>
    <message>
      <source>It works. The server says: {said}</source>
      <translation>Den fungerar. Servern säger: {said}</translation>
    </message>
    <message>
      <source>Its yes holds (regular expression)</source>
      <translation>Dess ja innehåller (reguljärt uttryck)</translation>
    </message>
    <message>
      <source>Kind</source>
      <translation>Typ</translation>
    </message>
    <message>
      <source>Known anyway ({language}): {words}</source>
      <translation>Redan kända ({language}): {words}</translation>
    </message>
    <message>
      <source>Mail (SMTP)</source>
      <translation>E-post (SMTP)</translation>
    </message>
    <message>
      <source>Name</source>
      <translation>Namn</translation>
    </message>
    <message>
      <source>New connection</source>
      <translation>Ny anslutning</translation>
    </message>
    <message>
      <source>No</source>
      <translation>Nej</translation>
    </message>
    <message>
      <source>No connection yet: nothing is mailed or texted</source>
      <translation>Ingen anslutning än: inget skickas som mejl eller sms</translation>
    </message>
    <message>
      <source>None (this computer only)</source>
      <translation>Ingen (endast den här datorn)</translation>
    </message>
    <message>
      <source>Not in use</source>
      <translation>Används inte</translation>
    </message>
    <message>
      <source>Not used yet</source>
      <translation>Inte använd än</translation>
    </message>
    <message>
      <source>Of several for one purpose the first that is in use counts.</source>
      <translation>Av flera för samma ändamål gäller den första som används.</translation>
    </message>
    <message>
      <source>Our address for delivery reports</source>
      <translation>Vår adress för leveransrapporter</translation>
    </message>
    <message>
      <source>Password</source>
      <translation>Lösenord</translation>
    </message>
    <message>
      <source>Port</source>
      <translation>Port</translation>
    </message>
    <message>
      <source>Read the calendar of (e-mail)</source>
      <translation>Läs kalendern för (e-post)</translation>
    </message>
    <message>
      <source>Read: {names}.</source>
      <translation>Läst: {names}.</translation>
    </message>
    <message>
      <source>SMS centre (SMPP)</source>
      <translation>SMS-central (SMPP)</translation>
    </message>
    <message>
      <source>SMS gateway (HTTP)</source>
      <translation>Sms-gateway (HTTP)</translation>
    </message>
    <message>
      <source>SMS gateway (Kannel)</source>
      <translation>Sms-gateway (Kannel)</translation>
    </message>
    <message>
      <source>Search connection</source>
      <translation>Sök anslutning</translation>
    </message>
    <message>
      <source>Send a mail to</source>
      <translation>Skicka ett mejl till</translation>
    </message>
    <message>
      <source>Send an SMS to</source>
      <translation>Skicka ett sms till</translation>
    </message>
    <message>
      <source>Sender</source>
      <translation>Avsändare</translation>
    </message>
    <message>
      <source>Sent. The server says: {said}</source>
      <translation>Skickat. Servern säger: {said}</translation>
    </message>
    <message>
      <source>Server</source>
      <translation>Server</translation>
    </message>
    <message>
      <source>Sign-in address of another cloud</source>
      <translation>Inloggningsadress i ett annat moln</translation>
    </message>
    <message>
      <source>Tenant (domain or ID)</source>
      <translation>Klientorganisation (domän eller id)</translation>
    </message>
    <message>
      <source>The account reads by</source>
      <translation>Kontot läser genom</translation>
    </message>
    <message>
      <source>Try</source>
      <translation>Prova</translation>
    </message>
    <message>
      <source>Try it</source>
      <translation>Prova den</translation>
    </message>
    <message>
      <source>Way of asking</source>
      <translation>Sätt att fråga</translation>
    </message>
    <message>
      <source>What everybody sees besides the name</source>
      <translation>Vad alla ser utöver namnet</translation>
    </message>
    <message>
      <source>Without encryption only on the service's own computer.</source>
      <translation>Utan kryptering endast på tjänstens egen dator.</translation>
    </message>
    <message>
      <source>Word list</source>
      <translation>Ordlista</translation>
    </message>
    <message>
      <source>Words in calendars</source>
      <translation>Ord i kalendrar</translation>
    </message>
    <message>
      <source>Works</source>
      <translation>Fungerar</translation>
    </message>
    <message>
      <source>Yes</source>
      <translation>Ja</translation>
    </message>
    <message>
      <source>{name} isn't used any more, and its password is forgotten.</source>
      <translation>{name} används inte längre, och dess lösenord glöms.</translation>
    </message>
    <message>
      <source>{sentence} It said: “{said}”</source>
      <translation>{sentence} Den sade: ”{said}”</translation>
    </message>
    <message>
      <source>•••••••• kept as it is</source>
      <translation>•••••••• behålls som det är</translation>
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
      <translation>En dag bakåt</translation>
    </message>
    <message>
      <source>Day board</source>
      <translation>Dagsöversikt</translation>
    </message>
    <message>
      <source>Day on</source>
      <translation>En dag framåt</translation>
    </message>
    <message>
      <source>Day or week</source>
      <translation>Dag eller vecka</translation>
    </message>
    <message>
      <source>Diversion</source>
      <translation>Hänvisning</translation>
    </message>
    <message>
      <source>Meeting</source>
      <translation>Möte</translation>
    </message>
    <message>
      <source>Next back: {name} {time}</source>
      <translation>Åter härnäst: {name} {time}</translation>
    </message>
    <message>
      <source>On the phone</source>
      <translation>Upptagen</translation>
    </message>
    <message>
      <source>Outside working hours</source>
      <translation>Utanför arbetstid</translation>
    </message>
    <message>
      <source>Over</source>
      <translation>Över</translation>
    </message>
    <message>
      <source>Week</source>
      <translation>Vecka</translation>
    </message>
    <message>
      <source>Week back</source>
      <translation>En vecka bakåt</translation>
    </message>
    <message>
      <source>Week on</source>
      <translation>En vecka framåt</translation>
    </message>
    <message>
      <source>Week {number}</source>
      <translation>Vecka {number}</translation>
    </message>
    <message>
      <source>Working from home</source>
      <translation>Hemarbete</translation>
    </message>
    <message>
      <source>dddd d MMMM</source>
      <translation>dddd d MMMM</translation>
    </message>
    <message>
      <source>from {time}</source>
      <translation>från {time}</translation>
    </message>
    <message>
      <source>{what} {from} to {to}</source>
      <translation>{what} {from} till {to}</translation>
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
      <translation>Tillbaka till listan</translation>
    </message>
    <message>
      <source>Calendar</source>
      <translation>Kalender</translation>
    </message>
    <message>
      <source>Call {address}</source>
      <translation>Ring {address}</translation>
    </message>
    <message>
      <source>Calls go to</source>
      <translation>Samtal går till</translation>
    </message>
    <message>
      <source>Diversion</source>
      <translation>Hänvisning</translation>
    </message>
    <message>
      <source>Don't wait any longer</source>
      <translation>Vänta inte längre</translation>
    </message>
    <message>
      <source>E-mail</source>
      <translation>E-post</translation>
    </message>
    <message>
      <source>For the reception</source>
      <translation>Till receptionen</translation>
    </message>
    <message>
      <source>Local number</source>
      <translation>Anknytning</translation>
    </message>
    <message>
      <source>Meeting {until}</source>
      <translation>Möte {until}</translation>
    </message>
    <message>
      <source>Mobile</source>
      <translation>Mobil</translation>
    </message>
    <message>
      <source>Note</source>
      <translation>Meddelande till kollegor</translation>
    </message>
    <message>
      <source>When both are free, {until}</source>
      <translation>När båda är lediga, {until}</translation>
    </message>
    <message>
      <source>Write to {address}</source>
      <translation>Skriv till {address}</translation>
    </message>
    <message>
      <source>You are called</source>
      <translation>Du blir uppringd</translation>
    </message>
  </context>
  <context>
    <name>Dial</name>
    <message numerus="yes">
      <source>%n number(s) found – whom do you want to call?</source>
      <translation>
        <numerusform>%n nummer hittat – vem vill du ringa?</numerusform>
        <numerusform>%n nummer hittade – vem vill du ringa?</numerusform>
      </translation>
    </message>
    <message>
      <source>Call</source>
      <translation>Ring upp</translation>
    </message>
    <message>
      <source>Call now</source>
      <translation>Ring nu</translation>
    </message>
    <message>
      <source>Call {number} – {name}?</source>
      <translation>Ring {number} – {name}?</translation>
    </message>
    <message>
      <source>Call {number}?</source>
      <translation>Ring {number}?</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>Avbryt</translation>
    </message>
    <message>
      <source>Close</source>
      <translation>Stäng</translation>
    </message>
    <message>
      <source>Emergency call to {number}?</source>
      <translation>Nödsamtal till {number}?</translation>
    </message>
    <message>
      <source>From the desk phone</source>
      <translation>Från bordstelefonen</translation>
    </message>
    <message>
      <source>From the mobile</source>
      <translation>Från mobilen</translation>
    </message>
    <message>
      <source>From the softphone</source>
      <translation>Från softphonen</translation>
    </message>
    <message>
      <source>Guessed from the text</source>
      <translation>Gissat från texten</translation>
    </message>
    <message>
      <source>No number in the selected text</source>
      <translation>Inget nummer i den markerade texten</translation>
    </message>
    <message>
      <source>No number selected</source>
      <translation>Inget nummer markerat</translation>
    </message>
    <message>
      <source>Number</source>
      <translation>Nummer</translation>
    </message>
    <message>
      <source>The program with the selected text doesn't answer</source>
      <translation>Programmet med den markerade texten svarar inte</translation>
    </message>
    <message>
      <source>There is no number in that.</source>
      <translation>Det finns inget nummer i det.</translation>
    </message>
    <message>
      <source>Type the number to call.</source>
      <translation>Skriv numret du vill ringa.</translation>
    </message>
  </context>
  <context>
    <name>Diversion</name>
    <message>
      <source>(back {time})</source>
      <translation>(åter {time})</translation>
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
      <translation>En nyare hänvisning gäller</translation>
    </message>
    <message>
      <source>Add a number to my list</source>
      <translation>Lägg till ett nummer på min lista</translation>
    </message>
    <message>
      <source>Calls again in 3 min</source>
      <translation>Ringer igen inom 3 min</translation>
    </message>
    <message>
      <source>Calls can't go to {at}</source>
      <translation>Samtal kan inte gå till {at}</translation>
    </message>
    <message>
      <source>Calls from {when}</source>
      <translation>Samtal från {when}</translation>
    </message>
    <message>
      <source>Calls now</source>
      <translation>Samtal nu</translation>
    </message>
    <message>
      <source>Calls would loop back to {at}</source>
      <translation>Samtal skulle gå i cirkel och komma tillbaka till {at}</translation>
    </message>
    <message>
      <source>Change something above to set another one.</source>
      <translation>Ändra något ovan för att ställa in en ny.</translation>
    </message>
    <message>
      <source>Change {what}</source>
      <translation>Redigera {what}</translation>
    </message>
    <message>
      <source>Changed: {what}</source>
      <translation>Ändrad: {what}</translation>
    </message>
    <message>
      <source>Choose who</source>
      <translation>Välj vem</translation>
    </message>
    <message>
      <source>Choose who calls should go to.</source>
      <translation>Välj vart samtal ska gå.</translation>
    </message>
    <message>
      <source>Colleague</source>
      <translation>Kollega</translation>
    </message>
    <message>
      <source>Colleagues</source>
      <translation>Kollegor</translation>
    </message>
    <message>
      <source>Colleagues see: {words}</source>
      <translation>Kollegorna ser: {words}</translation>
    </message>
    <message>
      <source>Colleagues: {where}</source>
      <translation>Kollegor: {where}</translation>
    </message>
    <message>
      <source>Current</source>
      <translation>Aktuell</translation>
    </message>
    <message>
      <source>Discard the change</source>
      <translation>Ångra ändringen</translation>
    </message>
    <message>
      <source>Divert</source>
      <translation>Hänvisa</translation>
    </message>
    <message>
      <source>Divert my phone</source>
      <translation>Hänvisa min telefon</translation>
    </message>
    <message>
      <source>Diverted: {what}</source>
      <translation>Hänvisad: {what}</translation>
    </message>
    <message>
      <source>Diverting to an external number is charged as a call from you.</source>
      <translation>Hänvisning till ett externt nummer debiteras som ett samtal från dig.</translation>
    </message>
    <message>
      <source>End {what}</source>
      <translation>Avsluta {what}</translation>
    </message>
    <message>
      <source>External</source>
      <translation>Externt</translation>
    </message>
    <message>
      <source>Favourites</source>
      <translation>Favoriter</translation>
    </message>
    <message>
      <source>From</source>
      <translation>Från</translation>
    </message>
    <message>
      <source>Give the quick diversion a name.</source>
      <translation>Ge snabbhänvisningen ett namn.</translation>
    </message>
    <message>
      <source>Group</source>
      <translation>Grupp</translation>
    </message>
    <message>
      <source>Keep open</source>
      <translation>Håll öppen</translation>
    </message>
    <message>
      <source>Kind of number</source>
      <translation>Typ av nummer</translation>
    </message>
    <message>
      <source>More</source>
      <translation>Mer</translation>
    </message>
    <message>
      <source>More reasons</source>
      <translation>Fler orsaker</translation>
    </message>
    <message>
      <source>My list</source>
      <translation>Min lista</translation>
    </message>
    <message>
      <source>My mobile</source>
      <translation>Min mobil</translation>
    </message>
    <message>
      <source>Name of the group</source>
      <translation>Gruppens namn</translation>
    </message>
    <message>
      <source>Name of the quick diversion</source>
      <translation>Snabbhänvisningens namn</translation>
    </message>
    <message>
      <source>Name or local number</source>
      <translation>Namn eller anknytning</translation>
    </message>
    <message>
      <source>No colleague has that name or local number.</source>
      <translation>Ingen kollega har det namnet eller den anknytningen.</translation>
    </message>
    <message>
      <source>Nobody in the company has the number {at}</source>
      <translation>Ingen på företaget har numret {at}</translation>
    </message>
    <message>
      <source>Nobody is in the group {at}</source>
      <translation>Det finns ingen i gruppen {at}</translation>
    </message>
    <message>
      <source>Not sent without a connection</source>
      <translation>Skickas inte utan anslutning</translation>
    </message>
    <message>
      <source>Nothing planned</source>
      <translation>Inget planerat</translation>
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
      <translation>Nummer, eller namnet på ett sparat</translation>
    </message>
    <message>
      <source>Open the phone</source>
      <translation>Öppna telefonen</translation>
    </message>
    <message>
      <source>Plan</source>
      <translation>Planera</translation>
    </message>
    <message>
      <source>Planned: {what}</source>
      <translation>Planerad: {what}</translation>
    </message>
    <message>
      <source>Reason</source>
      <translation>Orsak</translation>
    </message>
    <message>
      <source>Reception</source>
      <translation>Reception</translation>
    </message>
    <message>
      <source>Remember as a quick diversion</source>
      <translation>Kom ihåg som snabbhänvisning</translation>
    </message>
    <message>
      <source>Reset</source>
      <translation>Återställ</translation>
    </message>
    <message>
      <source>Save the change</source>
      <translation>Spara ändringen</translation>
    </message>
    <message>
      <source>Send calls to</source>
      <translation>Skicka samtal till</translation>
    </message>
    <message>
      <source>Shown at the left and in the tray's menu</source>
      <translation>Visas till vänster och i ikonens meny</translation>
    </message>
    <message>
      <source>Split: outside and colleagues</source>
      <translation>Dela upp: utifrån och kollegor</translation>
    </message>
    <message>
      <source>Take {name} off the list</source>
      <translation>Ta bort {name} från listan</translation>
    </message>
    <message>
      <source>Takes a message</source>
      <translation>Tar meddelande</translation>
    </message>
    <message>
      <source>Takes precedence over “{what}”, which is running now</source>
      <translation>Gäller före ”{what}”, som pågår nu</translation>
    </message>
    <message>
      <source>Takes the call</source>
      <translation>Tar samtalet</translation>
    </message>
    <message>
      <source>Text for colleagues</source>
      <translation>Text till kollegor</translation>
    </message>
    <message>
      <source>Text for the reception</source>
      <translation>Text till receptionen</translation>
    </message>
    <message>
      <source>That can't be read as a time. Write 12:30, +30 for minutes, or 25/7 08:00.</source>
      <translation>Det går inte att läsa som en tid. Skriv 12:30, +30 för minuter eller 25/7 08:00.</translation>
    </message>
    <message>
      <source>That is no telephone number, and no saved one has that name.</source>
      <translation>Det är inget telefonnummer, och inget sparat nummer heter så.</translation>
    </message>
    <message>
      <source>That time has passed.</source>
      <translation>Den tiden har passerat.</translation>
    </message>
    <message>
      <source>The company has no reception</source>
      <translation>Företaget har ingen reception</translation>
    </message>
    <message>
      <source>The diversion wasn't saved.</source>
      <translation>Hänvisningen sparades inte.</translation>
    </message>
    <message>
      <source>The end must lie after the beginning.</source>
      <translation>Slutet måste ligga efter början.</translation>
    </message>
    <message>
      <source>The phone is open</source>
      <translation>Telefonen är öppen</translation>
    </message>
    <message>
      <source>The phone rings</source>
      <translation>Telefonen ringer</translation>
    </message>
    <message>
      <source>The same for all</source>
      <translation>Samma för alla</translation>
    </message>
    <message>
      <source>The schedule counts</source>
      <translation>Schemat gäller</translation>
    </message>
    <message>
      <source>There is no group of that name.</source>
      <translation>Det finns ingen grupp med det namnet.</translation>
    </message>
    <message>
      <source>There is no line to the outside: {at} can't be reached</source>
      <translation>Det finns ingen linje ut: {at} kan inte nås</translation>
    </message>
    <message>
      <source>Times in {place}, where it is {time}</source>
      <translation>Tider i {place}, där klockan är {time}</translation>
    </message>
    <message>
      <source>To</source>
      <translation>Till</translation>
    </message>
    <message>
      <source>Undo</source>
      <translation>Ångra</translation>
    </message>
    <message>
      <source>Until further notice</source>
      <translation>Tills vidare</translation>
    </message>
    <message>
      <source>Upcoming</source>
      <translation>Kommande</translation>
    </message>
    <message>
      <source>Who gets through: {who}</source>
      <translation>Vem kommer fram: {who}</translation>
    </message>
    <message>
      <source>Write when it ends, or choose “Until further notice”.</source>
      <translation>Skriv när den slutar, eller välj ”Tills vidare”.</translation>
    </message>
    <message>
      <source>You have a quick diversion of that name already.</source>
      <translation>Du har redan en snabbhänvisning med det namnet.</translation>
    </message>
    <message>
      <source>Your own diversion counts</source>
      <translation>Din egen hänvisning gäller</translation>
    </message>
    <message>
      <source>colleagues → your phone</source>
      <translation>kollegor → din telefon</translation>
    </message>
    <message>
      <source>colleagues → {place}</source>
      <translation>kollegor → {place}</translation>
    </message>
    <message>
      <source>nobody</source>
      <translation>ingen</translation>
    </message>
    <message>
      <source>{at} can't be called</source>
      <translation>{at} går inte att ringa</translation>
    </message>
    <message>
      <source>{at} has no access any more and takes no calls</source>
      <translation>{at} har inte längre åtkomst och tar inte emot samtal</translation>
    </message>
    <message>
      <source>{calls} ring your phone</source>
      <translation>{calls} ringer på din telefon</translation>
    </message>
    <message>
      <source>{time} left</source>
      <translation>{time} kvar</translation>
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
      <translation>”{what}” har tagits bort.</translation>
    </message>
    <message>
      <source>“{what}” has been ended.</source>
      <translation>”{what}” har avslutats.</translation>
    </message>
  </context>
  <context>
    <name>Doctor</name>
    <message numerus="yes">
      <source>%n thing(s) to mend</source>
      <translation>
        <numerusform>%n sak att åtgärda</numerusform>
        <numerusform>%n saker att åtgärda</numerusform>
      </translation>
    </message>
    <message>
      <source>A phone</source>
      <translation>En telefon</translation>
    </message>
    <message>
      <source>Address</source>
      <translation>Adress</translation>
    </message>
    <message>
      <source>All (UDP)</source>
      <translation>Alla (UDP)</translation>
    </message>
    <message>
      <source>Ask the provider; without an answer, check the server's name and the network.</source>
      <translation>Fråga operatören; kommer inget svar, kontrollera serverns namn och nätverket.</translation>
    </message>
    <message>
      <source>By {program}</source>
      <translation>Av {program}</translation>
    </message>
    <message>
      <source>Certificate</source>
      <translation>Certifikat</translation>
    </message>
    <message>
      <source>Check again</source>
      <translation>Kontrollera igen</translation>
    </message>
    <message>
      <source>Check the addresses and the mail server.</source>
      <translation>Kontrollera adresserna och e-postservern.</translation>
    </message>
    <message>
      <source>Check the database and its disk; nothing is lost.</source>
      <translation>Kontrollera databasen och dess disk; inget har gått förlorat.</translation>
    </message>
    <message>
      <source>Check the user in the phone, or add the device.</source>
      <translation>Kontrollera användaren i telefonen, eller lägg till enheten.</translation>
    </message>
    <message>
      <source>Checked {time}</source>
      <translation>Kontrollerat {time}</translation>
    </message>
    <message>
      <source>Clock</source>
      <translation>Klocka</translation>
    </message>
    <message>
      <source>Compare their e-mail addresses, and what the account may read there.</source>
      <translation>Jämför deras e-postadresser och det som kontot får läsa där.</translation>
    </message>
    <message>
      <source>Connection {name}</source>
      <translation>Anslutning {name}</translation>
    </message>
    <message>
      <source>Connection {name} doesn't give every calendar</source>
      <translation>Anslutningen {name} ger inte alla kalendrar</translation>
    </message>
    <message>
      <source>Connection {name} doesn't work</source>
      <translation>Anslutningen {name} fungerar inte</translation>
    </message>
    <message>
      <source>Copy report</source>
      <translation>Kopiera rapport</translation>
    </message>
    <message>
      <source>Correct --public-address, or leave it out: what the provider sees is then used.</source>
      <translation>Rätta --public-address, eller utelämna den: då används det som operatören ser.</translation>
    </message>
    <message>
      <source>Correct the password in the phone, then lift the block.</source>
      <translation>Rätta lösenordet i telefonen och häv sedan spärren.</translation>
    </message>
    <message>
      <source>Disk</source>
      <translation>Disk</translation>
    </message>
    <message>
      <source>Everything is well</source>
      <translation>Allt är i ordning</translation>
    </message>
    <message>
      <source>From {from}, by the group's rota</source>
      <translation>Från {from}, enligt gruppens jourlista</translation>
    </message>
    <message>
      <source>Give it more seconds under [transcription], or a smaller model.</source>
      <translation>Ge det fler sekunder under [transcription], eller en mindre modell.</translation>
    </message>
    <message>
      <source>Give the service more ports (--rtp-ports), and open them in the firewall.</source>
      <translation>Ge tjänsten fler portar (--rtp-ports), och öppna dem i brandväggen.</translation>
    </message>
    <message>
      <source>Give the week to somebody, under Groups.</source>
      <translation>Ge veckan till någon, under Grupper.</translation>
    </message>
    <message>
      <source>Good for {days} days</source>
      <translation>Giltigt i {days} dagar</translation>
    </message>
    <message>
      <source>Install it on the server, or correct [transcription] in the service's settings.</source>
      <translation>Installera det på servern, eller rätta [transcription] i tjänstens inställningar.</translation>
    </message>
    <message>
      <source>It doesn't ring over {line}: {said}</source>
      <translation>Det ringer inte över {line}: {said}</translation>
    </message>
    <message>
      <source>It rings over {line}: {said}</source>
      <translation>Det ringer över {line}: {said}</translation>
    </message>
    <message>
      <source>Keep the files, and report it.</source>
      <translation>Spara filerna och anmäl felet.</translation>
    </message>
    <message>
      <source>Let a member log in, in the program or by *45*; else give the group other hours.</source>
      <translation>Låt en medlem logga in, i programmet eller med *45*; ge annars gruppen andra öppettider.</translation>
    </message>
    <message>
      <source>Let the server set its clock by a time server.</source>
      <translation>Låt servern ställa sin klocka efter en tidsserver.</translation>
    </message>
    <message>
      <source>Let the service listen on the network (--sip).</source>
      <translation>Låt tjänsten lyssna på nätverket (--sip).</translation>
    </message>
    <message>
      <source>Let the service write its files: until then no change is kept.</source>
      <translation>Låt tjänsten skriva sina filer; tills dess sparas inga ändringar.</translation>
    </message>
    <message>
      <source>Lift the block</source>
      <translation>Häv spärren</translation>
    </message>
    <message>
      <source>Line {name}</source>
      <translation>Linjen {name}</translation>
    </message>
    <message>
      <source>Line {name} doesn't work</source>
      <translation>Linjen {name} fungerar inte</translation>
    </message>
    <message>
      <source>Mail or SMS couldn't be delivered</source>
      <translation>E-post eller sms kunde inte levereras</translation>
    </message>
    <message>
      <source>Make a new address for the phone under Devices, and type it in.</source>
      <translation>Skapa en ny adress till telefonen under Enheter och skriv in den.</translation>
    </message>
    <message>
      <source>Make room now: callers can't leave messages.</source>
      <translation>Frigör plats nu: ingen kan lämna meddelanden.</translation>
    </message>
    <message>
      <source>Make room on the server's disk.</source>
      <translation>Frigör plats på serverns disk.</translation>
    </message>
    <message>
      <source>Mend it under Connections, and try it there.</source>
      <translation>Åtgärda den under Anslutningar och prova den där.</translation>
    </message>
    <message>
      <source>No ports are left for sound: new calls are refused</source>
      <translation>Det finns inga portar kvar för ljud: nya samtal avvisas</translation>
    </message>
    <message>
      <source>Nobody is logged in to {name}</source>
      <translation>Ingen är inloggad i {name}</translation>
    </message>
    <message>
      <source>Nobody is on call for {name}</source>
      <translation>Ingen har jour för {name}</translation>
    </message>
    <message>
      <source>Nothing, unless you know the address.</source>
      <translation>Ingenting, om du inte känner till adressen.</translation>
    </message>
    <message>
      <source>Number to try</source>
      <translation>Nummer att prova</translation>
    </message>
    <message>
      <source>Only programs on this machine can be phones</source>
      <translation>Bara program på den här datorn kan vara telefoner</translation>
    </message>
    <message>
      <source>Open the address in a browser: a page to sign in at is no calendar. Set it anew under People.</source>
      <translation>Öppna adressen i en webbläsare: en inloggningssida är ingen kalender. Ange den på nytt under Personer.</translation>
    </message>
    <message>
      <source>Own calendars can't be read: {people}</source>
      <translation>Egna kalendrar kan inte läsas: {people}</translation>
    </message>
    <message>
      <source>Phones can't come in</source>
      <translation>Telefoner kommer inte in</translation>
    </message>
    <message>
      <source>Port for phones</source>
      <translation>Port för telefoner</translation>
    </message>
    <message>
      <source>Ports for sound</source>
      <translation>Portar för ljud</translation>
    </message>
    <message>
      <source>Renew it, and start the service again.</source>
      <translation>Förnya det och starta om tjänsten.</translation>
    </message>
    <message>
      <source>Run its command by hand on the server, and read what it says.</source>
      <translation>Kör dess kommando för hand på servern, och läs vad det säger.</translation>
    </message>
    <message>
      <source>Set the phone to TLS and SRTP.</source>
      <translation>Ställ in telefonen på TLS och SRTP.</translation>
    </message>
    <message>
      <source>Some call records couldn't be written</source>
      <translation>Några samtal kunde inte sparas i historiken</translation>
    </message>
    <message>
      <source>Somebody unknown tries to call</source>
      <translation>Någon okänd försöker ringa</translation>
    </message>
    <message>
      <source>Something this program is too old to know</source>
      <translation>Något som det här programmet är för gammalt för att känna till</translation>
    </message>
    <message>
      <source>Start the service again, and look at its log.</source>
      <translation>Starta om tjänsten och titta i dess logg.</translation>
    </message>
    <message>
      <source>The certificate has run out</source>
      <translation>Certifikatet har gått ut</translation>
    </message>
    <message>
      <source>The certificate runs out in {days} days</source>
      <translation>Certifikatet går ut om {days} dagar</translation>
    </message>
    <message>
      <source>The clock is wrong</source>
      <translation>Klockan går fel</translation>
    </message>
    <message>
      <source>The database can only be read</source>
      <translation>Databasen kan bara läsas</translation>
    </message>
    <message>
      <source>The database can't be written</source>
      <translation>Det går inte att skriva i databasen</translation>
    </message>
    <message>
      <source>The disk is full</source>
      <translation>Disken är full</translation>
    </message>
    <message>
      <source>The disk is nearly full</source>
      <translation>Disken är nästan full</translation>
    </message>
    <message>
      <source>The group is open, and all its members are logged out</source>
      <translation>Gruppen är öppen och alla medlemmar är utloggade</translation>
    </message>
    <message>
      <source>The provider's answer: “{said}”</source>
      <translation>Operatören svarar ”{said}”</translation>
    </message>
    <message>
      <source>The public address that is set isn't ours</source>
      <translation>Den offentliga adressen som är inställd är inte vår</translation>
    </message>
    <message>
      <source>Try a call</source>
      <translation>Prova ett samtal</translation>
    </message>
    <message>
      <source>Type the device's SIP password into the phone.</source>
      <translation>Ange enhetens SIP-lösenord i telefonen.</translation>
    </message>
    <message>
      <source>Until {until}</source>
      <translation>Till {until}</translation>
    </message>
    <message>
      <source>Voicemail as text</source>
      <translation>Röstbrevlåda som text</translation>
    </message>
    <message>
      <source>Voicemail can't be written out</source>
      <translation>Röstmeddelanden kan inte skrivas ut</translation>
    </message>
    <message>
      <source>Voicemail isn't written out in time</source>
      <translation>Röstmeddelanden skrivs inte ut i tid</translation>
    </message>
    <message>
      <source>Voicemail isn't written out: no program for it</source>
      <translation>Röstmeddelanden skrivs inte ut: programmet saknas</translation>
    </message>
    <message numerus="yes">
      <source>Well: %n</source>
      <translation>
        <numerusform>I ordning: %n</numerusform>
        <numerusform>I ordning: %n</numerusform>
      </translation>
    </message>
    <message>
      <source>Works</source>
      <translation>Fungerar</translation>
    </message>
    <message>
      <source>since {time}</source>
      <translation>sedan {time}</translation>
    </message>
    <message>
      <source>{address} ({kind})</source>
      <translation>{address} ({kind})</translation>
    </message>
    <message>
      <source>{address} ({kind}) is closed</source>
      <translation>{address} ({kind}) är stängd</translation>
    </message>
    <message>
      <source>{address} ({kind}) is open</source>
      <translation>{address} ({kind}) är öppen</translation>
    </message>
    <message>
      <source>{address} · user {user} · {tries} tries</source>
      <translation>{address} · användare {user} · {tries} försök</translation>
    </message>
    <message>
      <source>{address} · user {user} · {tries} wrong passwords</source>
      <translation>{address} · användare {user} · {tries} fel lösenord</translation>
    </message>
    <message>
      <source>{agent} is blocked until {until}</source>
      <translation>{agent} är spärrad till {until}</translation>
    </message>
    <message>
      <source>{agent} isn't encrypted, and was refused</source>
      <translation>{agent} är inte krypterad och avvisades</translation>
    </message>
    <message>
      <source>{agent} signs in as a user that doesn't exist</source>
      <translation>{agent} anmäler sig med en användare som inte finns</translation>
    </message>
    <message>
      <source>{agent} signs in with a wrong password</source>
      <translation>{agent} anmäler sig med fel lösenord</translation>
    </message>
    <message>
      <source>{agent} was refused its settings</source>
      <translation>{agent} fick inte sina inställningar</translation>
    </message>
    <message>
      <source>{agent} · {address} · {tries} tries</source>
      <translation>{agent} · {address} · {tries} försök</translation>
    </message>
    <message>
      <source>{count} call records and messages wait on the disk</source>
      <translation>{count} samtal och meddelanden väntar på disken</translation>
    </message>
    <message>
      <source>{count} in all: {reason}</source>
      <translation>{count} totalt: {reason}</translation>
    </message>
    <message>
      <source>{count} lie in spool/aside</source>
      <translation>{count} ligger i spool/aside</translation>
    </message>
    <message>
      <source>{count} missing: {people}</source>
      <translation>{count} saknas: {people}</translation>
    </message>
    <message>
      <source>{count} were given up</source>
      <translation>{count} gavs upp</translation>
    </message>
    <message>
      <source>{first}–{last} (UDP) · {used} of {most} in use</source>
      <translation>{first}–{last} (UDP) · {used} av {most} används</translation>
    </message>
    <message>
      <source>{free} free</source>
      <translation>{free} ledigt</translation>
    </message>
    <message>
      <source>{name} is told {told}, and sees {seen}</source>
      <translation>{name} får veta {told} och ser {seen}</translation>
    </message>
    <message>
      <source>{own} is seen from outside as {seen}</source>
      <translation>{own} syns utifrån som {seen}</translation>
    </message>
    <message>
      <source>{program} isn't there, or may not be run</source>
      <translation>{program} finns inte, eller får inte köras</translation>
    </message>
    <message>
      <source>{program} · {count} without a text in a row</source>
      <translation>{program} · {count} i rad utan text</translation>
    </message>
    <message>
      <source>{program}: {said} · {count} without a text in a row</source>
      <translation>{program}: {said} · {count} i rad utan text</translation>
    </message>
    <message>
      <source>{reason}</source>
      <translation>{reason}</translation>
    </message>
    <message>
      <source>{seconds} s from the provider's</source>
      <translation>{seconds} s från operatörens</translation>
    </message>
  </context>
  <context>
    <name>Fields</name>
    <message>
      <source>{typed} of {all} digits</source>
      <translation>{typed} av {all} siffror</translation>
    </message>
  </context>
  <context>
    <name>Forgotten</name>
    <message>
      <source>A code is sent to the address or mobile that your company has for you.</source>
      <translation>En kod skickas till den adress eller mobil som företaget har registrerat för dig.</translation>
    </message>
    <message>
      <source>Back</source>
      <translation>Tillbaka</translation>
    </message>
    <message>
      <source>Choose a new password</source>
      <translation>Välj ett nytt lösenord</translation>
    </message>
    <message>
      <source>Code, six digits</source>
      <translation>Kod, sex siffror</translation>
    </message>
    <message>
      <source>Forgotten password</source>
      <translation>Glömt lösenord</translation>
    </message>
    <message>
      <source>If local number {number} exists, a code has been sent by SMS. It is valid for {n} minutes.</source>
      <translation>Om anknytning {number} finns har en kod skickats som SMS. Den gäller i {n} minuter.</translation>
    </message>
    <message>
      <source>If local number {number} exists, a code has been sent by e-mail. It is valid for {n} minutes.</source>
      <translation>Om anknytning {number} finns har en kod skickats med e-post. Den gäller i {n} minuter.</translation>
    </message>
    <message>
      <source>Next</source>
      <translation>Nästa</translation>
    </message>
    <message>
      <source>Save and sign in</source>
      <translation>Spara och logga in</translation>
    </message>
    <message>
      <source>Send again</source>
      <translation>Skicka igen</translation>
    </message>
    <message>
      <source>Send again in {seconds} s</source>
      <translation>Skicka igen om {seconds} s</translation>
    </message>
    <message>
      <source>Send code</source>
      <translation>Skicka kod</translation>
    </message>
    <message>
      <source>Send the code</source>
      <translation>Skicka koden</translation>
    </message>
    <message>
      <source>This code isn't right, or its time is over.</source>
      <translation>Koden stämmer inte, eller så har dess tid gått ut.</translation>
    </message>
    <message>
      <source>Type the code</source>
      <translation>Skriv in koden</translation>
    </message>
    <message>
      <source>You are signed out everywhere else.</source>
      <translation>Du loggas ut på alla andra ställen.</translation>
    </message>
    <message>
      <source>by SMS</source>
      <translation>som SMS</translation>
    </message>
    <message>
      <source>by e-mail</source>
      <translation>med e-post</translation>
    </message>
  </context>
  <context>
    <name>Groups</name>
    <message numerus="yes">
      <source>%n group(s)</source>
      <translation>
        <numerusform>%n ringgrupp</numerusform>
        <numerusform>%n ringgrupper</numerusform>
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
      <translation>Ett samtal som skickats vidare kommer tillbaka efter</translation>
    </message>
    <message>
      <source>A parked call comes back after</source>
      <translation>Ett parkerat samtal kommer tillbaka efter</translation>
    </message>
    <message>
      <source>Add</source>
      <translation>Lägg till</translation>
    </message>
    <message>
      <source>Add a member: name or number</source>
      <translation>Lägg till medlem: namn eller nummer</translation>
    </message>
    <message>
      <source>Add a week</source>
      <translation>Lägg till vecka</translation>
    </message>
    <message>
      <source>All ring</source>
      <translation>Alla ringer</translation>
    </message>
    <message>
      <source>Another number</source>
      <translation>Ett annat nummer</translation>
    </message>
    <message>
      <source>Calls now → {whom}</source>
      <translation>Samtal nu → {whom}</translation>
    </message>
    <message>
      <source>Calls to {number} then reach nobody. Its members stay.</source>
      <translation>Samtal till {number} når då ingen. Medlemmarna blir kvar.</translation>
    </message>
    <message>
      <source>Changes every</source>
      <translation>Byter varje</translation>
    </message>
    <message>
      <source>Day of the change</source>
      <translation>Bytesdag</translation>
    </message>
    <message>
      <source>Delete the group</source>
      <translation>Ta bort gruppen</translation>
    </message>
    <message>
      <source>Delete {name}</source>
      <translation>Ta bort {name}</translation>
    </message>
    <message>
      <source>Drag, or Alt+↑ ↓</source>
      <translation>Dra, eller Alt+↑ ↓</translation>
    </message>
    <message>
      <source>First to the phone</source>
      <translation>Först till luren</translation>
    </message>
    <message>
      <source>From outside</source>
      <translation>Utifrån</translation>
    </message>
    <message>
      <source>Groups</source>
      <translation>Grupper</translation>
    </message>
    <message>
      <source>Hours</source>
      <translation>Öppettider</translation>
    </message>
    <message>
      <source>Hours (none: at any time)</source>
      <translation>Öppettider (inga: dygnet runt)</translation>
    </message>
    <message>
      <source>How it rings</source>
      <translation>Ringsätt</translation>
    </message>
    <message>
      <source>In a way that this version doesn't know</source>
      <translation>På ett sätt som den här versionen inte känner till</translation>
    </message>
    <message>
      <source>In turn</source>
      <translation>I tur och ordning</translation>
    </message>
    <message>
      <source>Logged in</source>
      <translation>Inloggad</translation>
    </message>
    <message>
      <source>Logged out</source>
      <translation>Utloggad</translation>
    </message>
    <message>
      <source>Longest idle</source>
      <translation>Längst ledig</translation>
    </message>
    <message>
      <source>Members in order</source>
      <translation>Medlemmar i ordning</translation>
    </message>
    <message>
      <source>Name</source>
      <translation>Namn</translation>
    </message>
    <message>
      <source>New group</source>
      <translation>Ny grupp</translation>
    </message>
    <message>
      <source>Nobody</source>
      <translation>Ingen</translation>
    </message>
    <message>
      <source>Nobody has that name or number.</source>
      <translation>Ingen har det namnet eller numret.</translation>
    </message>
    <message>
      <source>Nobody is a member yet</source>
      <translation>Ingen är medlem ännu</translation>
    </message>
    <message>
      <source>Nobody logged in</source>
      <translation>Ingen inloggad</translation>
    </message>
    <message>
      <source>Number</source>
      <translation>Nummer</translation>
    </message>
    <message>
      <source>On call outside the hours</source>
      <translation>Utanför öppettid: jour</translation>
    </message>
    <message>
      <source>One after another</source>
      <translation>En efter en</translation>
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
      <translation>Ring hos var och en i</translation>
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
      <translation>Sök grupp, nummer eller medlem</translation>
    </message>
    <message>
      <source>Shared evenly</source>
      <translation>Jämn fördelning</translation>
    </message>
    <message>
      <source>Take the week away</source>
      <translation>Ta bort veckan</translation>
    </message>
    <message>
      <source>The call ends</source>
      <translation>Samtalet avslutas</translation>
    </message>
    <message>
      <source>This is the reception (key 9)</source>
      <translation>Detta är receptionen (knapp 9)</translation>
    </message>
    <message>
      <source>Time of the change</source>
      <translation>Bytestid</translation>
    </message>
    <message>
      <source>Week {number}</source>
      <translation>Vecka {number}</translation>
    </message>
    <message>
      <source>When nobody answers</source>
      <translation>När ingen svarar</translation>
    </message>
    <message>
      <source>Where to</source>
      <translation>Vart</translation>
    </message>
    <message>
      <source>Who answers in week {number}</source>
      <translation>Vem svarar vecka {number}</translation>
    </message>
    <message>
      <source>Whose</source>
      <translation>Vems</translation>
    </message>
    <message>
      <source>Without hours the group is always open, and nobody is called by this rota.</source>
      <translation>Utan öppettider är gruppen alltid öppen, och ingen rings upp enligt den här jourplanen.</translation>
    </message>
    <message>
      <source>Yes</source>
      <translation>Ja</translation>
    </message>
    <message>
      <source>logged out</source>
      <translation>utloggad</translation>
    </message>
  </context>
  <context>
    <name>Hotkey</name>
    <message>
      <source>Another program has that key already; the old one stays.</source>
      <translation>Ett annat program har redan den tangenten; den gamla blir kvar.</translation>
    </message>
    <message>
      <source>Another program has this key. Choose another one, or change it there.</source>
      <translation>Ett annat program har den här tangenten. Välj en annan, eller ändra den i det programmet.</translation>
    </message>
    <message>
      <source>Back to the usual key</source>
      <translation>Tillbaka till den vanliga tangenten</translation>
    </message>
    <message>
      <source>Change</source>
      <translation>Ändra</translation>
    </message>
    <message>
      <source>Hold Ctrl or Alt as well: the key alone is needed for writing.</source>
      <translation>Håll också ned Ctrl eller Alt: tangenten ensam behövs för att skriva.</translation>
    </message>
    <message>
      <source>Only Ctrl, Alt or Shift arrived. Another program may have that key; choose another.</source>
      <translation>Bara Ctrl, Alt eller Skift kom fram. Ett annat program kanske har den tangenten; välj en annan.</translation>
    </message>
    <message>
      <source>Press the keys …</source>
      <translation>Tryck tangenterna …</translation>
    </message>
    <message>
      <source>Shift</source>
      <translation>Skift</translation>
    </message>
    <message>
      <source>Space</source>
      <translation>Mellanslag</translation>
    </message>
    <message>
      <source>The system doesn't let a program take a key for itself here.</source>
      <translation>Systemet låter inte ett program ta en tangent för sig själv här.</translation>
    </message>
    <message>
      <source>This key can't be used.</source>
      <translation>Den här tangenten kan inte användas.</translation>
    </message>
    <message>
      <source>the key left of 1</source>
      <translation>tangenten till vänster om 1</translation>
    </message>
  </context>
  <context>
    <name>Hours</name>
    <message>
      <source>A night can't last into the hours of the day after.</source>
      <translation>En natt kan inte sträcka sig in i nästa dags tider.</translation>
    </message>
    <message>
      <source>Closed</source>
      <translation>Stängt</translation>
    </message>
    <message>
      <source>Open on {day}</source>
      <translation>Öppet {day}</translation>
    </message>
    <message>
      <source>Over midnight, until {time} on the day after.</source>
      <translation>Över midnatt, till {time} dagen efter.</translation>
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
      <translation>Ett meddelande av ett slag som den här versionen inte känner till</translation>
    </message>
    <message>
      <source>A way that this version doesn't know</source>
      <translation>Ett sätt som den här versionen inte känner till</translation>
    </message>
    <message>
      <source>Add to contacts</source>
      <translation>Lägg till kontakt</translation>
    </message>
    <message>
      <source>All</source>
      <translation>Alla</translation>
    </message>
    <message>
      <source>As</source>
      <translation>Som</translation>
    </message>
    <message>
      <source>Back 5 seconds</source>
      <translation>5 sekunder bakåt</translation>
    </message>
    <message>
      <source>Call</source>
      <translation>Samtal</translation>
    </message>
    <message>
      <source>Call back</source>
      <translation>Ring tillbaka</translation>
    </message>
    <message>
      <source>Call · {time}</source>
      <translation>Samtal · {time}</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>Avbryt</translation>
    </message>
    <message>
      <source>Change “{text}”</source>
      <translation>Ändra ”{text}”</translation>
    </message>
    <message>
      <source>Close</source>
      <translation>Stäng</translation>
    </message>
    <message>
      <source>Delete</source>
      <translation>Ta bort</translation>
    </message>
    <message>
      <source>Delete “{text}”</source>
      <translation>Ta bort ”{text}”</translation>
    </message>
    <message>
      <source>Delivered</source>
      <translation>Levererat</translation>
    </message>
    <message>
      <source>E-mail</source>
      <translation>E-post</translation>
    </message>
    <message>
      <source>Earlier with {name}</source>
      <translation>Tidigare med {name}</translation>
    </message>
    <message>
      <source>Forward 5 seconds</source>
      <translation>5 sekunder framåt</translation>
    </message>
    <message>
      <source>Forward as text</source>
      <translation>Vidarebefordra som text</translation>
    </message>
    <message>
      <source>Goes to {place}</source>
      <translation>Skickas till {place}</translation>
    </message>
    <message>
      <source>In the inbox</source>
      <translation>I inkorgen</translation>
    </message>
    <message>
      <source>In the system's player</source>
      <translation>I systemets spelare</translation>
    </message>
    <message>
      <source>It now says “{text}”. Save again to put yours in its place.</source>
      <translation>Nu står det ”{text}”. Spara igen för att sätta ditt i stället.</translation>
    </message>
    <message>
      <source>Keep</source>
      <translation>Behåll</translation>
    </message>
    <message>
      <source>Kept</source>
      <translation>Behållna</translation>
    </message>
    <message>
      <source>Leave it as it is</source>
      <translation>Låt det vara</translation>
    </message>
    <message>
      <source>Mark as read</source>
      <translation>Markera som läst</translation>
    </message>
    <message>
      <source>Mark as unread</source>
      <translation>Markera som oläst</translation>
    </message>
    <message>
      <source>Message deleted</source>
      <translation>Meddelandet är borttaget</translation>
    </message>
    <message>
      <source>Message sent</source>
      <translation>Meddelandet är skickat</translation>
    </message>
    <message>
      <source>Missed call</source>
      <translation>Missat samtal</translation>
    </message>
    <message>
      <source>Name, number or e-mail</source>
      <translation>Namn, nummer eller e-post</translation>
    </message>
    <message>
      <source>Names found</source>
      <translation>Hittade namn</translation>
    </message>
    <message>
      <source>New message</source>
      <translation>Nytt meddelande</translation>
    </message>
    <message>
      <source>No message matches “{query}”</source>
      <translation>Inget meddelande matchar ”{query}”</translation>
    </message>
    <message>
      <source>No messages yet</source>
      <translation>Inga meddelanden än</translation>
    </message>
    <message>
      <source>No such messages</source>
      <translation>Inga sådana meddelanden</translation>
    </message>
    <message>
      <source>Not delivered</source>
      <translation>Inte levererat</translation>
    </message>
    <message>
      <source>Nothing kept</source>
      <translation>Inget behållet</translation>
    </message>
    <message>
      <source>Nothing sent yet</source>
      <translation>Inget skickat än</translation>
    </message>
    <message>
      <source>Nothing unread</source>
      <translation>Inget oläst</translation>
    </message>
    <message>
      <source>Pause</source>
      <translation>Pausa</translation>
    </message>
    <message>
      <source>Phone messages</source>
      <translation>Telefonmeddelande</translation>
    </message>
    <message>
      <source>Play</source>
      <translation>Spela</translation>
    </message>
    <message>
      <source>Please call {name}. They left a voicemail {when}.</source>
      <translation>Ring {name}. Det finns ett röstmeddelande från {when}.</translation>
    </message>
    <message>
      <source>Press B on a message to keep it.</source>
      <translation>Tryck B vid ett meddelande för att behålla det.</translation>
    </message>
    <message>
      <source>Read</source>
      <translation>Läst</translation>
    </message>
    <message>
      <source>Remove {name}</source>
      <translation>Ta bort {name}</translation>
    </message>
    <message>
      <source>Reply</source>
      <translation>Svara</translation>
    </message>
    <message>
      <source>Save as file</source>
      <translation>Spara som fil</translation>
    </message>
    <message>
      <source>Save as standard message</source>
      <translation>Spara som standardmeddelande</translation>
    </message>
    <message>
      <source>Save the standard message</source>
      <translation>Spara standardmeddelandet</translation>
    </message>
    <message>
      <source>Search messages by name or number</source>
      <translation>Sök meddelanden på namn eller nummer</translation>
    </message>
    <message>
      <source>Send</source>
      <translation>Skicka</translation>
    </message>
    <message>
      <source>Send SMS</source>
      <translation>Skicka sms</translation>
    </message>
    <message>
      <source>Send e-mail</source>
      <translation>Skicka e-post</translation>
    </message>
    <message>
      <source>Sent</source>
      <translation>Skickat</translation>
    </message>
    <message>
      <source>Sound</source>
      <translation>Ljud</translation>
    </message>
    <message>
      <source>Sound (*.wav)</source>
      <translation>Ljud (*.wav)</translation>
    </message>
    <message>
      <source>Speed</source>
      <translation>Hastighet</translation>
    </message>
    <message>
      <source>Standard messages</source>
      <translation>Standardmeddelanden</translation>
    </message>
    <message>
      <source>System default</source>
      <translation>Som systemet</translation>
    </message>
    <message>
      <source>Text messages</source>
      <translation>Textmeddelanden</translation>
    </message>
    <message>
      <source>Text of the message</source>
      <translation>Meddelandets text</translation>
    </message>
    <message>
      <source>Text of the standard message</source>
      <translation>Standardmeddelandets text</translation>
    </message>
    <message>
      <source>The file couldn't be written there.</source>
      <translation>Filen kunde inte skrivas där.</translation>
    </message>
    <message>
      <source>The mailbox is full: callers can't leave messages. Delete some.</source>
      <translation>Röstbrevlådan är full: det går inte att lämna meddelanden. Ta bort några.</translation>
    </message>
    <message>
      <source>The mailbox is {share} % full. Delete messages you no longer need.</source>
      <translation>Röstbrevlådan är full till {share} %. Ta bort meddelanden du inte längre behöver.</translation>
    </message>
    <message>
      <source>The message isn't sent. Cancel again to leave it.</source>
      <translation>Meddelandet är inte skickat. Avbryt igen för att lämna det.</translation>
    </message>
    <message>
      <source>The other server said: “{said}”</source>
      <translation>Den andra servern sade: ”{said}”</translation>
    </message>
    <message>
      <source>The sound can't be read.</source>
      <translation>Ljudet kan inte läsas.</translation>
    </message>
    <message>
      <source>The sound couldn't be fetched – try again.</source>
      <translation>Ljudet kunde inte hämtas – försök igen.</translation>
    </message>
    <message>
      <source>The system has no player for it.</source>
      <translation>Systemet har ingen spelare för det.</translation>
    </message>
    <message>
      <source>The text is too long</source>
      <translation>Texten är för lång</translation>
    </message>
    <message>
      <source>This message isn't sent yet. Send or cancel it before you write another.</source>
      <translation>Det här meddelandet är inte skickat än. Skicka eller avbryt det innan du skriver ett nytt.</translation>
    </message>
    <message>
      <source>Those in red can't be reached that way</source>
      <translation>De röda kan inte nås så</translation>
    </message>
    <message>
      <source>To</source>
      <translation>Till</translation>
    </message>
    <message>
      <source>To {names}</source>
      <translation>Till {names}</translation>
    </message>
    <message>
      <source>Try again</source>
      <translation>Försök igen</translation>
    </message>
    <message>
      <source>Undo</source>
      <translation>Ångra</translation>
    </message>
    <message>
      <source>Unknown</source>
      <translation>Okänt</translation>
    </message>
    <message>
      <source>Unread</source>
      <translation>Olästa</translation>
    </message>
    <message>
      <source>Voicemail · {time}</source>
      <translation>Röstmeddelande · {time}</translation>
    </message>
    <message>
      <source>Voicemails</source>
      <translation>Röstmeddelanden</translation>
    </message>
    <message>
      <source>Waits to be sent</source>
      <translation>Väntar på att skickas</translation>
    </message>
    <message>
      <source>What a program heard; it may be wrong</source>
      <translation>Det här har ett program uppfattat; det kan höra fel</translation>
    </message>
    <message>
      <source>What callers say to your mailbox arrives here.</source>
      <translation>Här hamnar meddelanden som talas in i din röstbrevlåda.</translation>
    </message>
    <message>
      <source>What you write to others stands here, with what became of it.</source>
      <translation>Det du skriver till andra står här, och hur det gick.</translation>
    </message>
    <message>
      <source>Where to play</source>
      <translation>Var det spelas upp</translation>
    </message>
    <message>
      <source>Withheld number</source>
      <translation>Skyddat nummer</translation>
    </message>
    <message>
      <source>You called · {time}</source>
      <translation>Du ringde · {time}</translation>
    </message>
    <message>
      <source>You called, no answer</source>
      <translation>Du ringde, inget svar</translation>
    </message>
    <message>
      <source>You keep this message. Press delete again to delete it.</source>
      <translation>Du behåller det här meddelandet. Tryck Ta bort igen för att ta bort det.</translation>
    </message>
    <message>
      <source>Your company can't send by this way.</source>
      <translation>Ert företag kan inte skicka den vägen.</translation>
    </message>
    <message>
      <source>can't be reached that way</source>
      <translation>kan inte nås så</translation>
    </message>
    <message>
      <source>kept</source>
      <translation>behållet</translation>
    </message>
    <message>
      <source>unread</source>
      <translation>oläst</translation>
    </message>
    <message>
      <source>{name}, {when}:</source>
      <translation>{name}, {when}:</translation>
    </message>
    <message>
      <source>{state}, perhaps twice</source>
      <translation>{state}, kanske två gånger</translation>
    </message>
    <message>
      <source>{used} characters</source>
      <translation>{used} tecken</translation>
    </message>
    <message numerus="yes">
      <source>{used} characters, {left} left · %n SMS</source>
      <translation>
        <numerusform>{used} tecken, {left} kvar · %n sms</numerusform>
        <numerusform>{used} tecken, {left} kvar · %n sms</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>Lines</name>
    <message numerus="yes">
      <source>%n call(s)</source>
      <translation>
        <numerusform>%n samtal</numerusform>
        <numerusform>%n samtal</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n line(s), tried from the top</source>
      <translation>
        <numerusform>%n linje</numerusform>
        <numerusform>%n linjer, provas uppifrån</numerusform>
      </translation>
    </message>
    <message>
      <source>A line that doesn't answer is passed over. Emergency calls go out over any that does.</source>
      <translation>Svarar en linje inte tas nästa. Nödsamtal går ut över vilken linje som helst som svarar.</translation>
    </message>
    <message>
      <source>A new line is tried after the others</source>
      <translation>En ny linje provas efter de andra</translation>
    </message>
    <message>
      <source>Abroad</source>
      <translation>Utlandet</translation>
    </message>
    <message>
      <source>Addresses that calls may come from</source>
      <translation>Adresser som samtal får komma från</translation>
    </message>
    <message>
      <source>Allowed</source>
      <translation>Tillåtet</translation>
    </message>
    <message>
      <source>Blocked</source>
      <translation>Spärrat</translation>
    </message>
    <message>
      <source>Call</source>
      <translation>Ring</translation>
    </message>
    <message>
      <source>Calls an hour per user</source>
      <translation>Samtal i timmen per användare</translation>
    </message>
    <message>
      <source>Calls at once</source>
      <translation>Samtal samtidigt</translation>
    </message>
    <message>
      <source>Connected by</source>
      <translation>Ansluts genom</translation>
    </message>
    <message>
      <source>Connecting …</source>
      <translation>Ansluter …</translation>
    </message>
    <message>
      <source>Delete the line</source>
      <translation>Ta bort linjen</translation>
    </message>
    <message>
      <source>Delete {name}</source>
      <translation>Ta bort {name}</translation>
    </message>
    <message>
      <source>Doesn't answer yet</source>
      <translation>Svarar inte ännu</translation>
    </message>
    <message>
      <source>Fixed address</source>
      <translation>Fast adress</translation>
    </message>
    <message>
      <source>Fixed address {server}</source>
      <translation>Fast adress {server}</translation>
    </message>
    <message>
      <source>Follow the provider when it sends a call elsewhere (302)</source>
      <translation>Följ leverantören när den skickar ett samtal någon annanstans (302)</translation>
    </message>
    <message>
      <source>It doesn't ring. The provider says: {said}</source>
      <translation>Det ringer inte. Leverantören säger: {said}</translation>
    </message>
    <message>
      <source>It rings. The provider says: {said}</source>
      <translation>Det ringer. Leverantören säger: {said}</translation>
    </message>
    <message>
      <source>Lines, tried from the top</source>
      <translation>Linjer, provas uppifrån</translation>
    </message>
    <message>
      <source>Name</source>
      <translation>Namn</translation>
    </message>
    <message>
      <source>New line</source>
      <translation>Ny linje</translation>
    </message>
    <message>
      <source>No answer since {time}</source>
      <translation>Inget svar sedan {time}</translation>
    </message>
    <message>
      <source>No limit</source>
      <translation>Ingen gräns</translation>
    </message>
    <message>
      <source>No line: only colleagues can be called</source>
      <translation>Ingen linje: bara interna samtal</translation>
    </message>
    <message>
      <source>No new call goes over {name}; calls that go on aren't ended.</source>
      <translation>Inget nytt samtal går över {name}; pågående samtal avslutas inte.</translation>
    </message>
    <message>
      <source>Number to try</source>
      <translation>Nummer att prova</translation>
    </message>
    <message>
      <source>Numbers</source>
      <translation>Nummer</translation>
    </message>
    <message>
      <source>Numbers (with commas between)</source>
      <translation>Nummer (med komma emellan)</translation>
    </message>
    <message>
      <source>Password</source>
      <translation>Lösenord</translation>
    </message>
    <message>
      <source>Port</source>
      <translation>Port</translation>
    </message>
    <message>
      <source>Premium rate</source>
      <translation>Betalnummer</translation>
    </message>
    <message>
      <source>Ready</source>
      <translation>Klar</translation>
    </message>
    <message>
      <source>Refused since {time}</source>
      <translation>Nekad sedan {time}</translation>
    </message>
    <message>
      <source>Registered</source>
      <translation>Registrerad</translation>
    </message>
    <message>
      <source>Registration</source>
      <translation>Registrering</translation>
    </message>
    <message>
      <source>Search line or number</source>
      <translation>Sök linje eller nummer</translation>
    </message>
    <message>
      <source>Server</source>
      <translation>Server</translation>
    </message>
    <message>
      <source>Shown when the caller has no number</source>
      <translation>Visas när den som ringer saknar nummer</translation>
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
      <translation>Leverantören ser oss som {address}</translation>
    </message>
    <message>
      <source>The whole world</source>
      <translation>Hela världen</translation>
    </message>
    <message>
      <source>Transport</source>
      <translation>Transport</translation>
    </message>
    <message>
      <source>Try a call</source>
      <translation>Prova ett samtal</translation>
    </message>
    <message>
      <source>Try it earlier (Alt+↑)</source>
      <translation>Prova den tidigare (Alt+↑)</translation>
    </message>
    <message>
      <source>Try it later (Alt+↓)</source>
      <translation>Prova den senare (Alt+↓)</translation>
    </message>
    <message>
      <source>Unknown</source>
      <translation>Okänt</translation>
    </message>
    <message>
      <source>Unknown to this version</source>
      <translation>Okänt för den här versionen</translation>
    </message>
    <message>
      <source>User</source>
      <translation>Användare</translation>
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
      <translation>nationellt</translation>
    </message>
    <message>
      <source>{calls} of {most} calls</source>
      <translation>{calls} av {most} samtal</translation>
    </message>
    <message>
      <source>“{words}”</source>
      <translation>”{words}”</translation>
    </message>
    <message>
      <source>•••••••• kept as it is</source>
      <translation>•••••••• sparat, behålls</translation>
    </message>
  </context>
  <context>
    <name>Palette</name>
    <message>
      <source>Add a time, as 1245</source>
      <translation>Ange klockslag, t.ex. 1245</translation>
    </message>
    <message>
      <source>All commands</source>
      <translation>Alla kommandon</translation>
    </message>
    <message>
      <source>Call</source>
      <translation>Ring</translation>
    </message>
    <message>
      <source>Call back</source>
      <translation>Ring tillbaka</translation>
    </message>
    <message>
      <source>Call {number}</source>
      <translation>Ring {number}</translation>
    </message>
    <message>
      <source>Colleagues</source>
      <translation>Kollegor</translation>
    </message>
    <message>
      <source>Command palette</source>
      <translation>Kommandopalett</translation>
    </message>
    <message>
      <source>Commands</source>
      <translation>Kommandon</translation>
    </message>
    <message>
      <source>Directory</source>
      <translation>Företagskatalog</translation>
    </message>
    <message>
      <source>Divert</source>
      <translation>Hänvisa</translation>
    </message>
    <message>
      <source>Divert now</source>
      <translation>Hänvisa nu</translation>
    </message>
    <message>
      <source>Divert to here</source>
      <translation>Hänvisa hit</translation>
    </message>
    <message>
      <source>Do it</source>
      <translation>Utför</translation>
    </message>
    <message>
      <source>E-mail</source>
      <translation>E-post</translation>
    </message>
    <message>
      <source>End it</source>
      <translation>Avsluta den</translation>
    </message>
    <message>
      <source>Enter</source>
      <translation>Enter</translation>
    </message>
    <message>
      <source>Found</source>
      <translation>Hittat</translation>
    </message>
    <message>
      <source>Go there</source>
      <translation>Gå dit</translation>
    </message>
    <message>
      <source>Mobile {number}</source>
      <translation>Mobil {number}</translation>
    </message>
    <message>
      <source>More to do</source>
      <translation>Fler åtgärder</translation>
    </message>
    <message>
      <source>Name, number, command</source>
      <translation>Namn, nummer, kommando</translation>
    </message>
    <message>
      <source>Nothing found</source>
      <translation>Inget hittades</translation>
    </message>
    <message>
      <source>Number</source>
      <translation>Nummer</translation>
    </message>
    <message>
      <source>Number shown</source>
      <translation>Visat nummer</translation>
    </message>
    <message>
      <source>Phonebook</source>
      <translation>Telefonbok</translation>
    </message>
    <message>
      <source>Recent</source>
      <translation>Senaste</translation>
    </message>
    <message>
      <source>Runs now</source>
      <translation>Pågår nu</translation>
    </message>
    <message>
      <source>SMS</source>
      <translation>Sms</translation>
    </message>
    <message>
      <source>Show in the phonebook</source>
      <translation>Visa i telefonboken</translation>
    </message>
  </context>
  <context>
    <name>Password</name>
    <message numerus="yes">
      <source>%n digit(s)</source>
      <translation>
        <numerusform>%n siffra</numerusform>
        <numerusform>%n siffror</numerusform>
      </translation>
    </message>
    <message>
      <source>Hide password</source>
      <translation>Dölj lösenord</translation>
    </message>
    <message>
      <source>New password again</source>
      <translation>Upprepa nytt lösenord</translation>
    </message>
    <message>
      <source>New password, digits only</source>
      <translation>Nytt lösenord, endast siffror</translation>
    </message>
    <message>
      <source>Not an easy one such as 1111 or 1234</source>
      <translation>Inte ett lätt som 1111 eller 1234</translation>
    </message>
    <message>
      <source>Show password</source>
      <translation>Visa lösenord</translation>
    </message>
    <message>
      <source>The two fields are the same</source>
      <translation>De två fälten är lika</translation>
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
      <translation>En kalender som inte läses än</translation>
    </message>
    <message>
      <source>A new one</source>
      <translation>En ny</translation>
    </message>
    <message>
      <source>A person may have {most} calendars, and one of them may divert: choosing that here takes it from the other. The owner decides in Settings, too, and whether colleagues see the subject of meetings.</source>
      <translation>En person kan ha {most} kalendrar, och en av dem får hänvisa: väljs det här gör den andra det inte längre. Ägaren bestämmer det också i Inställningar, och om kollegor ser mötenas ämne.</translation>
    </message>
    <message>
      <source>A published address (iCalendar)</source>
      <translation>En publicerad adress (iCalendar)</translation>
    </message>
    <message>
      <source>Add</source>
      <translation>Lägg till</translation>
    </message>
    <message>
      <source>Add a calendar</source>
      <translation>Lägg till en kalender</translation>
    </message>
    <message>
      <source>Address</source>
      <translation>Adress</translation>
    </message>
    <message>
      <source>Back to the person</source>
      <translation>Tillbaka till personen</translation>
    </message>
    <message>
      <source>Calendar</source>
      <translation>Kalender</translation>
    </message>
    <message>
      <source>Calendars of {name}</source>
      <translation>Kalendrar för {name}</translation>
    </message>
    <message>
      <source>Do nothing</source>
      <translation>Gör ingenting</translation>
    </message>
    <message>
      <source>Forget the calendar</source>
      <translation>Glöm kalendern</translation>
    </message>
    <message>
      <source>Forget the calendar …</source>
      <translation>Glöm kalendern …</translation>
    </message>
    <message>
      <source>Its meetings neither show nor divert any more.</source>
      <translation>Dess möten varken visas eller hänvisar längre.</translation>
    </message>
    <message>
      <source>Meetings</source>
      <translation>Möten</translation>
    </message>
    <message>
      <source>No calendar is read</source>
      <translation>Ingen kalender läses</translation>
    </message>
    <message>
      <source>Now that is {calendar}.</source>
      <translation>Nu är det {calendar}.</translation>
    </message>
    <message>
      <source>Password there</source>
      <translation>Lösenord där</translation>
    </message>
    <message>
      <source>Show it, and divert to OneVoicemail</source>
      <translation>Visa det och hänvisa till OneVoicemail</translation>
    </message>
    <message>
      <source>Show that the person is in a meeting</source>
      <translation>Visa att personen är i möte</translation>
    </message>
    <message>
      <source>The calendar can't be read</source>
      <translation>Kalendern kan inte läsas</translation>
    </message>
    <message>
      <source>The company's connection</source>
      <translation>Företagets anslutning</translation>
    </message>
    <message>
      <source>User there</source>
      <translation>Användare där</translation>
    </message>
    <message>
      <source>Where it is</source>
      <translation>Var den finns</translation>
    </message>
  </context>
  <context>
    <name>Phonebook</name>
    <message numerus="yes">
      <source>%n can't be read</source>
      <translation>
        <numerusform>%n kan inte läsas</numerusform>
        <numerusform>%n kan inte läsas</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n contact(s) imported</source>
      <translation>
        <numerusform>%n kontakt importerad</numerusform>
        <numerusform>%n kontakter importerade</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n new</source>
      <translation>
        <numerusform>%n ny</numerusform>
        <numerusform>%n nya</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n there already</source>
      <translation>
        <numerusform>%n finns redan</numerusform>
        <numerusform>%n finns redan</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n to decide</source>
      <translation>
        <numerusform>%n att avgöra</numerusform>
        <numerusform>%n att avgöra</numerusform>
      </translation>
    </message>
    <message>
      <source>A star beside a colleague or contact brings them here</source>
      <translation>Sätt en stjärna vid en kollega eller kontakt så hamnar de här</translation>
    </message>
    <message>
      <source>Add beside it</source>
      <translation>Lägg till bredvid</translation>
    </message>
    <message>
      <source>Add e-mail address</source>
      <translation>Lägg till e-postadress</translation>
    </message>
    <message>
      <source>Add number</source>
      <translation>Lägg till nummer</translation>
    </message>
    <message>
      <source>Add to favourites</source>
      <translation>Lägg till i favoriter</translation>
    </message>
    <message>
      <source>Call</source>
      <translation>Ring upp</translation>
    </message>
    <message>
      <source>Call this number first</source>
      <translation>Ring det här numret först</translation>
    </message>
    <message>
      <source>Call {number}</source>
      <translation>Ring {number}</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>Avbryt</translation>
    </message>
    <message>
      <source>Cards (*.vcf)</source>
      <translation>Visitkort (*.vcf)</translation>
    </message>
    <message>
      <source>Choose a contact</source>
      <translation>Välj en kontakt</translation>
    </message>
    <message>
      <source>Company</source>
      <translation>Företag</translation>
    </message>
    <message>
      <source>Contact</source>
      <translation>Kontakt</translation>
    </message>
    <message>
      <source>Contact changed</source>
      <translation>Kontakten är ändrad</translation>
    </message>
    <message>
      <source>Contact saved</source>
      <translation>Kontakten är sparad</translation>
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
      <translation>Kopiera {address}</translation>
    </message>
    <message>
      <source>Decide</source>
      <translation>Avgör</translation>
    </message>
    <message>
      <source>Delete</source>
      <translation>Ta bort</translation>
    </message>
    <message>
      <source>Divert to here</source>
      <translation>Hänvisa hit</translation>
    </message>
    <message>
      <source>E-mail</source>
      <translation>E-post</translation>
    </message>
    <message>
      <source>E-mail address</source>
      <translation>E-postadress</translation>
    </message>
    <message>
      <source>Edit</source>
      <translation>Redigera</translation>
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
      <translation>Exportera som tabell (CSV) …</translation>
    </message>
    <message>
      <source>Export as cards (vCard) …</source>
      <translation>Exportera som visitkort (vCard) …</translation>
    </message>
    <message>
      <source>Export contacts</source>
      <translation>Exportera kontakter</translation>
    </message>
    <message>
      <source>Favourite</source>
      <translation>Favorit</translation>
    </message>
    <message>
      <source>Favourites</source>
      <translation>Favoriter</translation>
    </message>
    <message>
      <source>Import</source>
      <translation>Importera</translation>
    </message>
    <message numerus="yes">
      <source>Import %n contact(s)</source>
      <translation>
        <numerusform>Importera %n kontakt</numerusform>
        <numerusform>Importera %n kontakter</numerusform>
      </translation>
    </message>
    <message>
      <source>Import and export</source>
      <translation>Importera och exportera</translation>
    </message>
    <message>
      <source>Import contacts</source>
      <translation>Importera kontakter</translation>
    </message>
    <message>
      <source>Import from a file …</source>
      <translation>Importera från en fil …</translation>
    </message>
    <message>
      <source>Import {file}</source>
      <translation>Importera {file}</translation>
    </message>
    <message>
      <source>Kept in</source>
      <translation>Sparas i</translation>
    </message>
    <message>
      <source>Kind of address</source>
      <translation>Typ av adress</translation>
    </message>
    <message>
      <source>Kind of number</source>
      <translation>Typ av nummer</translation>
    </message>
    <message>
      <source>Leave out</source>
      <translation>Hoppa över</translation>
    </message>
    <message>
      <source>More</source>
      <translation>Mer</translation>
    </message>
    <message>
      <source>Name</source>
      <translation>Namn</translation>
    </message>
    <message>
      <source>New contact</source>
      <translation>Ny kontakt</translation>
    </message>
    <message>
      <source>No contact matches</source>
      <translation>Ingen kontakt matchar</translation>
    </message>
    <message>
      <source>No contacts here</source>
      <translation>Inga kontakter här</translation>
    </message>
    <message>
      <source>Not used</source>
      <translation>Används inte</translation>
    </message>
    <message>
      <source>Note</source>
      <translation>Anteckning</translation>
    </message>
    <message>
      <source>Number</source>
      <translation>Nummer</translation>
    </message>
    <message>
      <source>Numbers</source>
      <translation>Nummer</translation>
    </message>
    <message>
      <source>Personal</source>
      <translation>Personlig</translation>
    </message>
    <message>
      <source>Phonebook</source>
      <translation>Telefonbok</translation>
    </message>
    <message>
      <source>Reading the file …</source>
      <translation>Läser filen …</translation>
    </message>
    <message>
      <source>Recent</source>
      <translation>Senaste</translation>
    </message>
    <message>
      <source>Remove from favourites</source>
      <translation>Ta bort från favoriter</translation>
    </message>
    <message>
      <source>Remove the address</source>
      <translation>Ta bort adressen</translation>
    </message>
    <message>
      <source>Remove the number</source>
      <translation>Ta bort numret</translation>
    </message>
    <message>
      <source>SMS to {number}</source>
      <translation>Sms till {number}</translation>
    </message>
    <message>
      <source>Save</source>
      <translation>Spara</translation>
    </message>
    <message>
      <source>Save contact</source>
      <translation>Spara kontakt</translation>
    </message>
    <message>
      <source>Search contacts by name, company or number</source>
      <translation>Sök kontakter på namn, företag eller nummer</translation>
    </message>
    <message>
      <source>Select</source>
      <translation>Välj</translation>
    </message>
    <message>
      <source>Shared</source>
      <translation>Gemensam</translation>
    </message>
    <message>
      <source>Table (*.csv)</source>
      <translation>Tabell (*.csv)</translation>
    </message>
    <message>
      <source>Those that look like a contact there is:</source>
      <translation>De som liknar en kontakt som finns:</translation>
    </message>
    <message>
      <source>Title</source>
      <translation>Titel</translation>
    </message>
    <message>
      <source>Undo</source>
      <translation>Ångra</translation>
    </message>
    <message>
      <source>Update it</source>
      <translation>Uppdatera den</translation>
    </message>
    <message>
      <source>What becomes of those that look like a contact there is</source>
      <translation>Vad som händer med dem som liknar en kontakt som finns</translation>
    </message>
    <message>
      <source>What is good to know when they call</source>
      <translation>Visas också vid inkommande samtal</translation>
    </message>
    <message>
      <source>What you have written isn't saved. Cancel again to leave it.</source>
      <translation>Det du har skrivit är inte sparat. Avbryt igen för att lämna det.</translation>
    </message>
    <message>
      <source>Which contacts</source>
      <translation>Vilka kontakter</translation>
    </message>
    <message>
      <source>Write an e-mail</source>
      <translation>Skriv ett e-postmeddelande</translation>
    </message>
    <message>
      <source>Written to {file}</source>
      <translation>Skrivet till {file}</translation>
    </message>
    <message>
      <source>favourite</source>
      <translation>favorit</translation>
    </message>
    <message>
      <source>{kind} · preferred</source>
      <translation>{kind} · föredraget</translation>
    </message>
    <message>
      <source>{name} deleted</source>
      <translation>{name} har tagits bort</translation>
    </message>
  </context>
  <context>
    <name>Pickup</name>
    <message numerus="yes">
      <source>%n pickup group(s)</source>
      <translation>
        <numerusform>%n svarsgrupp</numerusform>
        <numerusform>%n svarsgrupper</numerusform>
      </translation>
    </message>
    <message>
      <source>Its members' calls can then be taken by their departments and groups again.</source>
      <translation>Medlemmarnas samtal kan då åter tas av deras avdelningar och grupper.</translation>
    </message>
    <message>
      <source>Members</source>
      <translation>Medlemmar</translation>
    </message>
    <message>
      <source>Name</source>
      <translation>Namn</translation>
    </message>
    <message>
      <source>No pickup group yet: departments and groups take one another's calls</source>
      <translation>Ingen svarsgrupp än: avdelningar och grupper tar varandras samtal</translation>
    </message>
    <message>
      <source>Nobody in it</source>
      <translation>Ingen är med</translation>
    </message>
    <message>
      <source>Pickup groups</source>
      <translation>Svarsgrupper</translation>
    </message>
    <message>
      <source>Search pickup group or member</source>
      <translation>Sök svarsgrupp eller medlem</translation>
    </message>
    <message>
      <source>What rings at a member can be taken by the others alone: with *8, or by Pick up beside the name. What rings at somebody in no pickup group can be taken by their department, and by members of a common group.</source>
      <translation>Det som ringer hos en medlem kan bara de andra ta: med *8, eller med Ta samtalet vid namnet. Det som ringer hos någon som inte är med i någon svarsgrupp kan avdelningen ta och medlemmar i en gemensam grupp.</translation>
    </message>
  </context>
  <context>
    <name>Privacy</name>
    <message numerus="yes">
      <source>%n day(s)</source>
      <translation>
        <numerusform>%n dag</numerusform>
        <numerusform>%n dagar</numerusform>
      </translation>
    </message>
    <message>
      <source>Calls in the history</source>
      <translation>Samtal i historiken</translation>
    </message>
    <message>
      <source>Colleagues see sickness as the reason of a diversion</source>
      <translation>Kollegor ser sjukdom som orsak till en hänvisning</translation>
    </message>
    <message>
      <source>Everyone in the company</source>
      <translation>Alla på företaget</translation>
    </message>
    <message>
      <source>For ever</source>
      <translation>För alltid</translation>
    </message>
    <message>
      <source>Members of groups, and receptionists</source>
      <translation>Medlemmar i grupper, och receptionister</translation>
    </message>
    <message>
      <source>Messages that were read or heard</source>
      <translation>Meddelanden som är lästa eller hörda</translation>
    </message>
    <message>
      <source>No</source>
      <translation>Nej</translation>
    </message>
    <message>
      <source>Nobody: each sees their own calls alone</source>
      <translation>Ingen: var och en ser bara sina egna samtal</translation>
    </message>
    <message>
      <source>Off: they see that somebody is away, not why</source>
      <translation>Av: de ser att någon är borta, inte varför</translation>
    </message>
    <message>
      <source>One person's data is exported and erased under People, in the person's menu.</source>
      <translation>En persons uppgifter exporteras och raderas under Personer, i personens meny.</translation>
    </message>
    <message>
      <source>Shown when somebody calls. Private contacts are never shown.</source>
      <translation>Visas när någon ringer. Privata kontakter visas aldrig.</translation>
    </message>
    <message>
      <source>Texts that were sent</source>
      <translation>Skickade textmeddelanden</translation>
    </message>
    <message>
      <source>The log of what administrators did</source>
      <translation>Loggen över vad administratörer gjorde</translation>
    </message>
    <message>
      <source>What is older goes by itself, once an hour. Kept messages stay.</source>
      <translation>Det som är äldre försvinner av sig självt, en gång i timmen. Meddelanden som någon behåller blir kvar.</translation>
    </message>
    <message>
      <source>Who sees the company's last contacts with a number</source>
      <translation>Vem ser företagets senaste kontakter med ett nummer</translation>
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
      <translation>En annan bild …</translation>
    </message>
    <message>
      <source>Changed by the administrator</source>
      <translation>Ändras av administratören</translation>
    </message>
    <message>
      <source>Changes need a connection</source>
      <translation>Ändringar kräver anslutning</translation>
    </message>
    <message>
      <source>Choose a picture …</source>
      <translation>Välj en bild …</translation>
    </message>
    <message>
      <source>Copy to weekdays</source>
      <translation>Kopiera till vardagar</translation>
    </message>
    <message>
      <source>Day off</source>
      <translation>Ledig</translation>
    </message>
    <message>
      <source>Department</source>
      <translation>Avdelning</translation>
    </message>
    <message>
      <source>E-mail</source>
      <translation>E-post</translation>
    </message>
    <message>
      <source>Fields with a lock are changed by the administrator</source>
      <translation>Fält med lås ändras av administratören</translation>
    </message>
    <message>
      <source>Hours on {day}</source>
      <translation>Arbetstid {day}</translation>
    </message>
    <message>
      <source>It wasn't saved.</source>
      <translation>Det sparades inte.</translation>
    </message>
    <message>
      <source>Local number</source>
      <translation>Anknytning</translation>
    </message>
    <message>
      <source>Mobile</source>
      <translation>Mobil</translation>
    </message>
    <message>
      <source>My details</source>
      <translation>Mina uppgifter</translation>
    </message>
    <message>
      <source>My phones</source>
      <translation>Mina enheter</translation>
    </message>
    <message>
      <source>No phones yet. Your administrator adds them.</source>
      <translation>Inga enheter ännu. Din administratör lägger till dem.</translation>
    </message>
    <message>
      <source>Only within working hours</source>
      <translation>Bara under arbetstid</translation>
    </message>
    <message>
      <source>Organisation</source>
      <translation>Organisation</translation>
    </message>
    <message>
      <source>Pictures (*.jpg *.jpeg *.png *.webp *.bmp *.gif)</source>
      <translation>Bilder (*.jpg *.jpeg *.png *.webp *.bmp *.gif)</translation>
    </message>
    <message>
      <source>Remove my picture</source>
      <translation>Ta bort min bild</translation>
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
      <translation>Ringer genast</translation>
    </message>
    <message>
      <source>Saved {time}</source>
      <translation>Sparat {time}</translation>
    </message>
    <message>
      <source>Show me</source>
      <translation>Visa mig</translation>
    </message>
    <message>
      <source>That is no telephone number.</source>
      <translation>Det är inget telefonnummer.</translation>
    </message>
    <message>
      <source>Title</source>
      <translation>Titel</translation>
    </message>
    <message>
      <source>When {phone} rings</source>
      <translation>När {phone} ringer</translation>
    </message>
    <message>
      <source>Without a department</source>
      <translation>Utan avdelning</translation>
    </message>
    <message>
      <source>Working hours</source>
      <translation>Arbetstid</translation>
    </message>
    <message>
      <source>Working hours, {day}: {hours}</source>
      <translation>Arbetstid, {day}: {hours}</translation>
    </message>
    <message>
      <source>Write like 8–16, or 8–12, 13–16; nothing for a day off.</source>
      <translation>Skriv t.ex. 8–16 eller 8–12, 13–16; inget för en ledig dag.</translation>
    </message>
    <message numerus="yes">
      <source>and %n more</source>
      <translation>
        <numerusform>och %n till</numerusform>
        <numerusform>och %n till</numerusform>
      </translation>
    </message>
    <message>
      <source>calls go out from here</source>
      <translation>ringer ut härifrån</translation>
    </message>
    <message>
      <source>day off</source>
      <translation>ledig</translation>
    </message>
    <message numerus="yes">
      <source>leads %n person(s)</source>
      <translation>
        <numerusform>leder %n medarbetare</numerusform>
        <numerusform>leder %n medarbetare</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>Reception</name>
    <message numerus="yes">
      <source>%n found</source>
      <translation>
        <numerusform>%n hittad</numerusform>
        <numerusform>%n hittade</numerusform>
      </translation>
    </message>
    <message>
      <source>Active</source>
      <translation>Aktivt</translation>
    </message>
    <message>
      <source>All</source>
      <translation>Alla</translation>
    </message>
    <message>
      <source>Answer</source>
      <translation>Svara</translation>
    </message>
    <message>
      <source>Answer next</source>
      <translation>Svara nästa</translation>
    </message>
    <message>
      <source>Ask first</source>
      <translation>Fråga först</translation>
    </message>
    <message>
      <source>At the desk</source>
      <translation>Vid disken</translation>
    </message>
    <message>
      <source>Back from place {name}</source>
      <translation>Tillbaka från plats {name}</translation>
    </message>
    <message>
      <source>Came back from {name}'s phone</source>
      <translation>Kom tillbaka från telefonen hos {name}</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>Avbryt</translation>
    </message>
    <message>
      <source>Colleagues</source>
      <translation>Kollegor</translation>
    </message>
    <message>
      <source>Connect</source>
      <translation>Koppla</translation>
    </message>
    <message>
      <source>Departments</source>
      <translation>Avdelningar</translation>
    </message>
    <message>
      <source>Direct number</source>
      <translation>Direktnummer</translation>
    </message>
    <message>
      <source>Divert {name}…</source>
      <translation>Hänvisa {name}…</translation>
    </message>
    <message>
      <source>Fetch</source>
      <translation>Hämta</translation>
    </message>
    <message>
      <source>Fetch parked</source>
      <translation>Hämta parkerat</translation>
    </message>
    <message>
      <source>Free instead: {name}</source>
      <translation>Ledig i stället: {name}</translation>
    </message>
    <message>
      <source>Group</source>
      <translation>Grupp</translation>
    </message>
    <message>
      <source>Hand on</source>
      <translation>Skicka vidare</translation>
    </message>
    <message>
      <source>Hand on to the colleague chosen</source>
      <translation>Skicka vidare till den valda kollegan</translation>
    </message>
    <message>
      <source>Hand on unanswered</source>
      <translation>Skicka vidare obesvarat</translation>
    </message>
    <message>
      <source>Hang up</source>
      <translation>Lägg på</translation>
    </message>
    <message>
      <source>Hold</source>
      <translation>Vänteläge</translation>
    </message>
    <message>
      <source>Lift your phone</source>
      <translation>Lyft luren</translation>
    </message>
    <message>
      <source>Local number</source>
      <translation>Anknytning</translation>
    </message>
    <message>
      <source>Logged out</source>
      <translation>Utloggad</translation>
    </message>
    <message>
      <source>Meeting {until}</source>
      <translation>Möte {until}</translation>
    </message>
    <message>
      <source>Message</source>
      <translation>Meddelande</translation>
    </message>
    <message>
      <source>Mobile</source>
      <translation>Mobil</translation>
    </message>
    <message>
      <source>More</source>
      <translation>Fler</translation>
    </message>
    <message>
      <source>More for the colleague</source>
      <translation>Fler val</translation>
    </message>
    <message>
      <source>No connection: the calls are as they were</source>
      <translation>Ingen anslutning: samtalen visas som de var</translation>
    </message>
    <message>
      <source>Nobody is waiting</source>
      <translation>Inga väntande samtal</translation>
    </message>
    <message>
      <source>Note for the reception</source>
      <translation>Notering till receptionen</translation>
    </message>
    <message>
      <source>On hold</source>
      <translation>I vänteläge</translation>
    </message>
    <message>
      <source>Open the phone</source>
      <translation>Öppna telefonen</translation>
    </message>
    <message>
      <source>Park</source>
      <translation>Parkera</translation>
    </message>
    <message>
      <source>Parked</source>
      <translation>Parkerade</translation>
    </message>
    <message>
      <source>Pause</source>
      <translation>Paus</translation>
    </message>
    <message>
      <source>Place {place} · by {name}</source>
      <translation>Plats {place} · parkerat av {name}</translation>
    </message>
    <message>
      <source>Please call back: {who}</source>
      <translation>Ring gärna tillbaka till: {who}</translation>
    </message>
    <message>
      <source>Proposed</source>
      <translation>Förslag</translation>
    </message>
    <message>
      <source>Resume</source>
      <translation>Återuppta</translation>
    </message>
    <message>
      <source>Ringing</source>
      <translation>Ringer</translation>
    </message>
    <message>
      <source>Send a message</source>
      <translation>Skicka meddelande</translation>
    </message>
    <message>
      <source>Spoke {when} with {name}</source>
      <translation>Talade {when} med {name}</translation>
    </message>
    <message>
      <source>State unknown</source>
      <translation>Okänt läge</translation>
    </message>
    <message>
      <source>Swap</source>
      <translation>Växla</translation>
    </message>
    <message>
      <source>Tell me when free</source>
      <translation>Säg till när ledig</translation>
    </message>
    <message>
      <source>The number typed</source>
      <translation>Det inskrivna numret</translation>
    </message>
    <message>
      <source>To the mailbox</source>
      <translation>Till röstbrevlådan</translation>
    </message>
    <message>
      <source>To the mailbox of {name}</source>
      <translation>Till {name}s röstbrevlåda</translation>
    </message>
    <message>
      <source>Today {calls}   Answered {answered}   Avg. wait {time}</source>
      <translation>I dag {calls}   Besvarade {answered}   Medelväntan {time}</translation>
    </message>
    <message>
      <source>Transfer</source>
      <translation>Koppla vidare</translation>
    </message>
    <message>
      <source>Unanswered to the mailbox</source>
      <translation>Obesvarat till röstbrevlådan</translation>
    </message>
    <message>
      <source>Waiting</source>
      <translation>Väntar</translation>
    </message>
    <message>
      <source>Who is wanted? Name or number</source>
      <translation>Vem söks? Namn eller nummer</translation>
    </message>
    <message>
      <source>With colleagues</source>
      <translation>Hos kollegor</translation>
    </message>
    <message>
      <source>Withheld number</source>
      <translation>Dolt nummer</translation>
    </message>
    <message>
      <source>for {name}</source>
      <translation>till {name}</translation>
    </message>
    <message>
      <source>in the menu</source>
      <translation>i menyn</translation>
    </message>
    <message>
      <source>somebody</source>
      <translation>en kollega</translation>
    </message>
    <message>
      <source>{name} answers</source>
      <translation>{name} svarar</translation>
    </message>
    <message>
      <source>{name} did not answer</source>
      <translation>{name} svarade inte</translation>
    </message>
    <message>
      <source>{name} hands the call on</source>
      <translation>{name} skickar samtalet vidare</translation>
    </message>
    <message>
      <source>{name} has the call</source>
      <translation>{name} har samtalet</translation>
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
        <numerusform>%n gång totalt</numerusform>
        <numerusform>%n gånger totalt</numerusform>
      </translation>
    </message>
    <message>
      <source>After a number of times</source>
      <translation>Efter ett antal gånger</translation>
    </message>
    <message>
      <source>By a rule of its own</source>
      <translation>Enligt en egen regel</translation>
    </message>
    <message>
      <source>Calendar</source>
      <translation>Kalender</translation>
    </message>
    <message>
      <source>Calls to</source>
      <translation>Samtal till</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>Avbryt</translation>
    </message>
    <message>
      <source>Change</source>
      <translation>Ändra</translation>
    </message>
    <message>
      <source>Change recurring diversion</source>
      <translation>Ändra fast hänvisning</translation>
    </message>
    <message>
      <source>Choose a day between 2001 and 2099.</source>
      <translation>Välj en dag mellan 2001 och 2099.</translation>
    </message>
    <message>
      <source>Colleagues see</source>
      <translation>Kollegor ser</translation>
    </message>
    <message>
      <source>Counts</source>
      <translation>Gäller</translation>
    </message>
    <message>
      <source>Day</source>
      <translation>Dag</translation>
    </message>
    <message>
      <source>Delete</source>
      <translation>Ta bort</translation>
    </message>
    <message>
      <source>Diversion</source>
      <translation>Hänvisning</translation>
    </message>
    <message>
      <source>Does not repeat</source>
      <translation>Upprepas inte</translation>
    </message>
    <message>
      <source>Drag in the week to make one</source>
      <translation>Dra i schemat för att skapa</translation>
    </message>
    <message>
      <source>Ends</source>
      <translation>Slutar</translation>
    </message>
    <message>
      <source>Every day</source>
      <translation>Varje dag</translation>
    </message>
    <message>
      <source>Every month, day {day}</source>
      <translation>Varje månad den {day}</translation>
    </message>
    <message>
      <source>Every month, fifth {day}</source>
      <translation>Varje månad, femte {day}</translation>
    </message>
    <message>
      <source>Every month, first {day}</source>
      <translation>Varje månad, första {day}</translation>
    </message>
    <message>
      <source>Every month, fourth {day}</source>
      <translation>Varje månad, fjärde {day}</translation>
    </message>
    <message>
      <source>Every month, last working day</source>
      <translation>Varje månad, sista vardagen</translation>
    </message>
    <message>
      <source>Every month, last {day}</source>
      <translation>Varje månad, sista {day}</translation>
    </message>
    <message>
      <source>Every month, second {day}</source>
      <translation>Varje månad, andra {day}</translation>
    </message>
    <message>
      <source>Every month, third {day}</source>
      <translation>Varje månad, tredje {day}</translation>
    </message>
    <message>
      <source>Every second week: {days}</source>
      <translation>Varannan vecka: {days}</translation>
    </message>
    <message>
      <source>Every week</source>
      <translation>Varje vecka</translation>
    </message>
    <message>
      <source>Every weekday</source>
      <translation>Varje vardag</translation>
    </message>
    <message>
      <source>Every {days}</source>
      <translation>Varje {days}</translation>
    </message>
    <message>
      <source>How many times</source>
      <translation>Hur många gånger</translation>
    </message>
    <message>
      <source>It can come once a day at most.</source>
      <translation>Den kan komma högst en gång om dagen.</translation>
    </message>
    <message>
      <source>It can last a month at most.</source>
      <translation>Den kan vara i högst en månad.</translation>
    </message>
    <message>
      <source>It would never come: no day answers to that.</source>
      <translation>Den skulle aldrig komma: ingen dag stämmer med det.</translation>
    </message>
    <message>
      <source>Last day</source>
      <translation>Sista dag</translation>
    </message>
    <message>
      <source>Move which?</source>
      <translation>Vad ska flyttas?</translation>
    </message>
    <message>
      <source>Name, if you like</source>
      <translation>Namn (valfritt)</translation>
    </message>
    <message>
      <source>Never</source>
      <translation>Aldrig</translation>
    </message>
    <message>
      <source>New recurring diversion</source>
      <translation>Ny fast hänvisning</translation>
    </message>
    <message>
      <source>Not on these days</source>
      <translation>Inte dessa dagar</translation>
    </message>
    <message>
      <source>Now or by a schedule</source>
      <translation>Nu eller enligt schema</translation>
    </message>
    <message>
      <source>On</source>
      <translation>På</translation>
    </message>
    <message>
      <source>On a day</source>
      <translation>En viss dag</translation>
    </message>
    <message>
      <source>Only this one</source>
      <translation>Bara denna</translation>
    </message>
    <message>
      <source>Phone stays open</source>
      <translation>Telefonen är öppen</translation>
    </message>
    <message>
      <source>Reception sees</source>
      <translation>Receptionen ser</translation>
    </message>
    <message>
      <source>Repeats</source>
      <translation>Upprepas</translation>
    </message>
    <message>
      <source>Save</source>
      <translation>Spara</translation>
    </message>
    <message>
      <source>Schedule</source>
      <translation>Schema</translation>
    </message>
    <message>
      <source>Skip public holidays</source>
      <translation>Hoppa över helgdagar</translation>
    </message>
    <message>
      <source>Skip this day</source>
      <translation>Hoppa över dagen</translation>
    </message>
    <message>
      <source>Stop the series</source>
      <translation>Stoppa serien</translation>
    </message>
    <message>
      <source>The last day lies before the first.</source>
      <translation>Sista dagen ligger före den första.</translation>
    </message>
    <message>
      <source>The schedule stands as it was.</source>
      <translation>Schemat är som förut.</translation>
    </message>
    <message>
      <source>The schedule wasn't saved.</source>
      <translation>Den sparades inte.</translation>
    </message>
    <message>
      <source>There is room for 100 schedules. Delete one first.</source>
      <translation>Det finns plats för 100 fasta hänvisningar. Ta bort en först.</translation>
    </message>
    <message>
      <source>These are too many days to leave out.</source>
      <translation>Det är för många dagar att hoppa över.</translation>
    </message>
    <message>
      <source>This and all following</source>
      <translation>Denna och alla följande</translation>
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
      <translation>Ångra</translation>
    </message>
    <message>
      <source>Week back (Page up)</source>
      <translation>En vecka bakåt (Page Up)</translation>
    </message>
    <message>
      <source>Week on (Page down)</source>
      <translation>En vecka framåt (Page Down)</translation>
    </message>
    <message>
      <source>Week {number}</source>
      <translation>Vecka {number}</translation>
    </message>
    <message>
      <source>Weekly meeting</source>
      <translation>Veckomöte</translation>
    </message>
    <message>
      <source>Write a day, like 25/7.</source>
      <translation>Skriv en dag, t.ex. 25/7.</translation>
    </message>
    <message>
      <source>Write a time, like 12:30.</source>
      <translation>Skriv en tid, t.ex. 12:30.</translation>
    </message>
    <message>
      <source>Write days with commas between, like 24/12, 31/12.</source>
      <translation>Skriv dagar med komma emellan, t.ex. 24/12, 31/12.</translation>
    </message>
    <message>
      <source>Write how often it comes: 1 to 9999.</source>
      <translation>Skriv hur många gånger: 1 till 9999.</translation>
    </message>
    <message>
      <source>Write the last day, like 25/7.</source>
      <translation>Skriv sista dagen, t.ex. 25/7.</translation>
    </message>
    <message>
      <source>d</source>
      <translation>d</translation>
    </message>
    <message>
      <source>d MMM</source>
      <translation>d MMM</translation>
    </message>
    <message>
      <source>d MMM yyyy</source>
      <translation>d MMM yyyy</translation>
    </message>
    <message>
      <source>dddd d MMMM</source>
      <translation>dddd d MMMM</translation>
    </message>
    <message>
      <source>free</source>
      <translation>ledig tid</translation>
    </message>
    <message>
      <source>until {day}</source>
      <translation>till {day}</translation>
    </message>
    <message>
      <source>{first} and {last}</source>
      <translation>{first} och {last}</translation>
    </message>
    <message>
      <source>{from}, until further notice</source>
      <translation>{from}, tills vidare</translation>
    </message>
    <message>
      <source>“{name}” has been deleted.</source>
      <translation>”{name}” har tagits bort.</translation>
    </message>
    <message>
      <source>“{name}” in the schedule counts instead</source>
      <translation>”{name}” i schemat gäller i stället</translation>
    </message>
    <message>
      <source>“{name}” is newer and counts instead</source>
      <translation>”{name}” är nyare och gäller i stället</translation>
    </message>
    <message>
      <source>“{name}” is skipped on {day}.</source>
      <translation>”{name}” hoppas över {day}.</translation>
    </message>
    <message>
      <source>“{name}” no longer comes.</source>
      <translation>”{name}” kommer inte längre.</translation>
    </message>
    <message>
      <source>“{name}”, set by hand, counts instead</source>
      <translation>”{name}”, som du själv har satt, gäller i stället</translation>
    </message>
  </context>
  <context>
    <name>Settings</name>
    <message numerus="yes">
      <source>%n day(s)</source>
      <translation>
        <numerusform>%n dag</numerusform>
        <numerusform>%n dagar</numerusform>
      </translation>
    </message>
    <message>
      <source>2 s</source>
      <translation>2 s</translation>
    </message>
    <message>
      <source>A PIN is set</source>
      <translation>En PIN-kod är vald</translation>
    </message>
    <message>
      <source>A click on the icon opens the window</source>
      <translation>Fönstret öppnas med ett klick på ikonen</translation>
    </message>
    <message>
      <source>A ring counts down; Esc cancels</source>
      <translation>Ringen räknar ned; Esc ångrar</translation>
    </message>
    <message>
      <source>A second call rings while I speak</source>
      <translation>Ett nytt samtal ringer medan jag talar</translation>
    </message>
    <message>
      <source>A time of day, for example 15:00</source>
      <translation>Ett klockslag, till exempel 15:00</translation>
    </message>
    <message>
      <source>About</source>
      <translation>Om</translation>
    </message>
    <message>
      <source>Add</source>
      <translation>Lägg till</translation>
    </message>
    <message>
      <source>Add one of your own</source>
      <translation>Lägg till egen</translation>
    </message>
    <message>
      <source>Address of the directory</source>
      <translation>Nummerkatalogens adress</translation>
    </message>
    <message>
      <source>Always ask</source>
      <translation>Fråga alltid</translation>
    </message>
    <message>
      <source>Another number …</source>
      <translation>Ett annat nummer …</translation>
    </message>
    <message>
      <source>Answer</source>
      <translation>Svara</translation>
    </message>
    <message>
      <source>Appearance</source>
      <translation>Utseende</translation>
    </message>
    <message>
      <source>Applies to this computer only.</source>
      <translation>Gäller bara på den här datorn.</translation>
    </message>
    <message>
      <source>Arrive by</source>
      <translation>Tas emot via</translation>
    </message>
    <message>
      <source>As sent</source>
      <translation>Som skickat</translation>
    </message>
    <message>
      <source>As soon as you are back from lunch or a break</source>
      <translation>Så snart du är tillbaka från lunch eller rast</translation>
    </message>
    <message>
      <source>Ask for the PIN from my own phone</source>
      <translation>Fråga efter PIN-kod från min egen telefon</translation>
    </message>
    <message>
      <source>Attach the recording</source>
      <translation>Bifoga inspelningen</translation>
    </message>
    <message>
      <source>Back from lunch or a break</source>
      <translation>Tillbaka från lunch eller rast</translation>
    </message>
    <message>
      <source>Block a number</source>
      <translation>Spärra ett nummer</translation>
    </message>
    <message>
      <source>Blocked callers</source>
      <translation>Spärrade nummer</translation>
    </message>
    <message>
      <source>Brings OnePresence to the front, and away again</source>
      <translation>Tar fram OnePresence och lägger undan det igen</translation>
    </message>
    <message>
      <source>By a click</source>
      <translation>Vid klick</translation>
    </message>
    <message>
      <source>Calendar</source>
      <translation>Kalender</translation>
    </message>
    <message>
      <source>Call a selected number from any program.</source>
      <translation>Ring ett markerat nummer från alla program.</translation>
    </message>
    <message>
      <source>Call from</source>
      <translation>Ring från</translation>
    </message>
    <message>
      <source>Call handling</source>
      <translation>Samtalshantering</translation>
    </message>
    <message>
      <source>Call the selected number</source>
      <translation>Ring markerat nummer</translation>
    </message>
    <message>
      <source>Callers can press 9 for reception</source>
      <translation>Den som ringer kan trycka 9 för receptionen</translation>
    </message>
    <message>
      <source>Callers press 5 to hear it</source>
      <translation>Den som ringer trycker 5 för att höra det</translation>
    </message>
    <message>
      <source>Calls</source>
      <translation>Samtal</translation>
    </message>
    <message>
      <source>Calls go to</source>
      <translation>Samtal går till</translation>
    </message>
    <message>
      <source>Calls you don't take</source>
      <translation>Samtal du inte tar</translation>
    </message>
    <message>
      <source>Can be changed when you are connected again.</source>
      <translation>Kan ändras när du är ansluten igen.</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>Avbryt</translation>
    </message>
    <message>
      <source>Change</source>
      <translation>Byt</translation>
    </message>
    <message>
      <source>Change password</source>
      <translation>Byt lösenord</translation>
    </message>
    <message>
      <source>Change the PIN</source>
      <translation>Byt PIN-kod</translation>
    </message>
    <message>
      <source>Change {name}</source>
      <translation>Redigera {name}</translation>
    </message>
    <message>
      <source>Choose a sound file for your name …</source>
      <translation>Välj en ljudfil för ditt namn …</translation>
    </message>
    <message>
      <source>Choose a sound file for your own greeting …</source>
      <translation>Välj en ljudfil för din egen hälsning …</translation>
    </message>
    <message>
      <source>Colleagues always get through</source>
      <translation>Kollegor kommer alltid fram</translation>
    </message>
    <message>
      <source>Colleagues always see who calls</source>
      <translation>Kollegor ser alltid vem som ringer</translation>
    </message>
    <message>
      <source>Colleagues may read the subject</source>
      <translation>Kollegor får läsa ämnet</translation>
    </message>
    <message>
      <source>Command palette</source>
      <translation>Kommandopalett</translation>
    </message>
    <message>
      <source>Connected</source>
      <translation>Ansluten</translation>
    </message>
    <message>
      <source>Connecting …</source>
      <translation>Ansluter …</translation>
    </message>
    <message>
      <source>Connection</source>
      <translation>Anslutning</translation>
    </message>
    <message>
      <source>Connection lost and restored</source>
      <translation>Anslutningen bruten och återställd</translation>
    </message>
    <message>
      <source>Copied</source>
      <translation>Kopierat</translation>
    </message>
    <message>
      <source>Copy</source>
      <translation>Kopiera</translation>
    </message>
    <message>
      <source>Country when it is missing</source>
      <translation>Land när landskoden saknas</translation>
    </message>
    <message>
      <source>Counts for Do not disturb, and for diversions where you choose nobody else.</source>
      <translation>Gäller under Stör ej och vid hänvisningar där du inte väljer andra.</translation>
    </message>
    <message>
      <source>Current password</source>
      <translation>Nuvarande lösenord</translation>
    </message>
    <message>
      <source>Customer card</source>
      <translation>Kundkort</translation>
    </message>
    <message>
      <source>Danish</source>
      <translation>Danska</translation>
    </message>
    <message>
      <source>Dark</source>
      <translation>Mörkt</translation>
    </message>
    <message>
      <source>Delete heard messages after</source>
      <translation>Ta bort avlyssnade meddelanden efter</translation>
    </message>
    <message>
      <source>Delete your own greeting</source>
      <translation>Ta bort din egen hälsning</translation>
    </message>
    <message>
      <source>Delete your recorded name</source>
      <translation>Ta bort ditt inspelade namn</translation>
    </message>
    <message>
      <source>Deleted</source>
      <translation>Borttaget</translation>
    </message>
    <message>
      <source>Deleting …</source>
      <translation>Tar bort …</translation>
    </message>
    <message>
      <source>Denmark</source>
      <translation>Danmark</translation>
    </message>
    <message>
      <source>Dense</source>
      <translation>Tät</translation>
    </message>
    <message>
      <source>Destination deleted</source>
      <translation>Mottagaren är borttagen</translation>
    </message>
    <message>
      <source>Diagnostics</source>
      <translation>Felrapport</translation>
    </message>
    <message>
      <source>Discard</source>
      <translation>Kasta</translation>
    </message>
    <message>
      <source>Diversion</source>
      <translation>Hänvisning</translation>
    </message>
    <message>
      <source>Divert to OneVoicemail</source>
      <translation>Hänvisa till OneVoicemail</translation>
    </message>
    <message>
      <source>Do nothing</source>
      <translation>Gör ingenting</translation>
    </message>
    <message>
      <source>Doesn't apply while you are diverted</source>
      <translation>Gäller inte vid hänvisning</translation>
    </message>
    <message>
      <source>E-mail</source>
      <translation>E-post</translation>
    </message>
    <message>
      <source>E-mail and SMS</source>
      <translation>E-post och sms</translation>
    </message>
    <message>
      <source>Empty: krak.dk for Danish and hitta.se for Swedish numbers; {number} is the number</source>
      <translation>Tomt: krak.dk för danska och hitta.se för svenska nummer; {number} är numret</translation>
    </message>
    <message>
      <source>End</source>
      <translation>Avsluta</translation>
    </message>
    <message>
      <source>End the session on {device}</source>
      <translation>Logga ut på {device}</translation>
    </message>
    <message>
      <source>Ends your call, or rejects one that rings</source>
      <translation>Avslutar ditt samtal eller avvisar ett som ringer</translation>
    </message>
    <message>
      <source>English</source>
      <translation>Engelska</translation>
    </message>
    <message>
      <source>Everybody</source>
      <translation>Alla</translation>
    </message>
    <message>
      <source>External contacts</source>
      <translation>Externa kontakter</translation>
    </message>
    <message>
      <source>External contacts are those the company shares; your own are in the phonebook</source>
      <translation>Externa kontakter är de som företaget delar; dina egna finns i telefonboken</translation>
    </message>
    <message>
      <source>Fetching …</source>
      <translation>Hämtar …</translation>
    </message>
    <message>
      <source>Find people, numbers and commands from any program</source>
      <translation>Hitta personer, nummer och kommandon från alla program</translation>
    </message>
    <message>
      <source>Finland</source>
      <translation>Finland</translation>
    </message>
    <message>
      <source>First page</source>
      <translation>Första sidan</translation>
    </message>
    <message>
      <source>For OnePresence. Digits only.</source>
      <translation>Till OnePresence. Endast siffror.</translation>
    </message>
    <message>
      <source>For colleagues' computers</source>
      <translation>För kollegors datorer</translation>
    </message>
    <message>
      <source>Free software under the GNU GPL, version 3 or later</source>
      <translation>Fri programvara under GNU GPL, version 3 eller senare</translation>
    </message>
    <message>
      <source>From other phones it is always asked for</source>
      <translation>Från andra telefoner frågas det alltid</translation>
    </message>
    <message>
      <source>Germany</source>
      <translation>Tyskland</translation>
    </message>
    <message>
      <source>Give it a name</source>
      <translation>Ge den ett namn</translation>
    </message>
    <message>
      <source>Greeting</source>
      <translation>Hälsning</translation>
    </message>
    <message>
      <source>Hang up</source>
      <translation>Lägg på</translation>
    </message>
    <message>
      <source>Hardly anything was heard. Is it the right microphone?</source>
      <translation>Nästan ingenting hördes. Är det rätt mikrofon?</translation>
    </message>
    <message>
      <source>Help</source>
      <translation>Hjälp</translation>
    </message>
    <message>
      <source>Hide the PIN</source>
      <translation>Dölj PIN-koden</translation>
    </message>
    <message>
      <source>High contrast</source>
      <translation>Hög kontrast</translation>
    </message>
    <message>
      <source>How OneVoicemail meets your callers.</source>
      <translation>Hur OneVoicemail bemöter dem som ringer.</translation>
    </message>
    <message>
      <source>How long</source>
      <translation>Hur länge</translation>
    </message>
    <message>
      <source>Icon</source>
      <translation>Ikon</translation>
    </message>
    <message>
      <source>Incoming call</source>
      <translation>Inkommande samtal</translation>
    </message>
    <message>
      <source>Internal users</source>
      <translation>Interna användare</translation>
    </message>
    <message>
      <source>Keep</source>
      <translation>Behåll</translation>
    </message>
    <message>
      <source>Keep the telephone system running</source>
      <translation>Låt telefonsystemet fortsätta köra</translation>
    </message>
    <message>
      <source>Kept messages are never deleted</source>
      <translation>Behållna meddelanden tas aldrig bort</translation>
    </message>
    <message>
      <source>Key</source>
      <translation>Tangent</translation>
    </message>
    <message>
      <source>Keys</source>
      <translation>Tangenter</translation>
    </message>
    <message>
      <source>Keys in any program</source>
      <translation>Kortkommandon överallt</translation>
    </message>
    <message>
      <source>Known words: {words}</source>
      <translation>Kända ord: {words}</translation>
    </message>
    <message>
      <source>Language</source>
      <translation>Språk</translation>
    </message>
    <message>
      <source>Language and start</source>
      <translation>Språk och start</translation>
    </message>
    <message>
      <source>Language of the greeting</source>
      <translation>Hälsningens språk</translation>
    </message>
    <message>
      <source>Last seen {ago}</source>
      <translation>Senast sedd {ago}</translation>
    </message>
    <message>
      <source>Let {name} in again</source>
      <translation>Häv spärren för {name}</translation>
    </message>
    <message>
      <source>Light</source>
      <translation>Ljust</translation>
    </message>
    <message>
      <source>Listen to how it sounds</source>
      <translation>Lyssna på hur det låter</translation>
    </message>
    <message>
      <source>Listen to the recording</source>
      <translation>Lyssna på inspelningen</translation>
    </message>
    <message>
      <source>Listening by phone</source>
      <translation>Avlyssning från telefon</translation>
    </message>
    <message>
      <source>Log folder</source>
      <translation>Loggmapp</translation>
    </message>
    <message>
      <source>Longest message</source>
      <translation>Längsta meddelande</translation>
    </message>
    <message>
      <source>Loudness</source>
      <translation>Ljudstyrka</translation>
    </message>
    <message>
      <source>Mailbox</source>
      <translation>Röstbrevlåda</translation>
    </message>
    <message>
      <source>May divert</source>
      <translation>Får hänvisa</translation>
    </message>
    <message>
      <source>Means</source>
      <translation>Betyder</translation>
    </message>
    <message>
      <source>Meetings</source>
      <translation>Möten</translation>
    </message>
    <message>
      <source>Message</source>
      <translation>Meddelande</translation>
    </message>
    <message>
      <source>Minutes</source>
      <translation>Minuter</translation>
    </message>
    <message>
      <source>Minutes as a number, for example 90</source>
      <translation>Minuter som ett tal, till exempel 90</translation>
    </message>
    <message>
      <source>Missed call</source>
      <translation>Missat samtal</translation>
    </message>
    <message>
      <source>My desk phone</source>
      <translation>Min bordstelefon</translation>
    </message>
    <message>
      <source>My mobile</source>
      <translation>Min mobil</translation>
    </message>
    <message>
      <source>My number</source>
      <translation>Mitt nummer</translation>
    </message>
    <message>
      <source>Name</source>
      <translation>Namn</translation>
    </message>
    <message>
      <source>Name of the destination</source>
      <translation>Destinationens namn</translation>
    </message>
    <message>
      <source>Never</source>
      <translation>Aldrig</translation>
    </message>
    <message>
      <source>Never that of a private entry</source>
      <translation>Aldrig ämnet på en privat bokning</translation>
    </message>
    <message>
      <source>New messages</source>
      <translation>Nya meddelanden</translation>
    </message>
    <message>
      <source>New messages are played at once, without a menu</source>
      <translation>Nya meddelanden spelas upp direkt, utan meny</translation>
    </message>
    <message>
      <source>New text message</source>
      <translation>Nytt textmeddelande</translation>
    </message>
    <message>
      <source>New voicemail</source>
      <translation>Nytt röstmeddelande</translation>
    </message>
    <message>
      <source>No microphone was found. Record by phone, or choose a file.</source>
      <translation>Ingen mikrofon hittades. Tala in via telefonen eller välj en fil.</translation>
    </message>
    <message>
      <source>No setting matches</source>
      <translation>Ingen inställning matchar</translation>
    </message>
    <message>
      <source>None</source>
      <translation>Ingen</translation>
    </message>
    <message>
      <source>None: callers hear the usual greeting</source>
      <translation>Ingen: den som ringer hör den vanliga</translation>
    </message>
    <message>
      <source>None: you can't listen from other phones</source>
      <translation>Ingen: du kan inte lyssna från andra telefoner</translation>
    </message>
    <message>
      <source>Norway</source>
      <translation>Norge</translation>
    </message>
    <message>
      <source>Not connected</source>
      <translation>Inte ansluten</translation>
    </message>
    <message>
      <source>Not recorded: the computer voice says it</source>
      <translation>Inte inspelat: datorrösten säger det</translation>
    </message>
    <message>
      <source>Not whole days, and not what is marked as free</source>
      <translation>Inte hela dagar och inte det som är markerat som ledig</translation>
    </message>
    <message>
      <source>Nothing slides or pulses</source>
      <translation>Inget glider eller pulserar</translation>
    </message>
    <message>
      <source>Notifications</source>
      <translation>Aviseringar</translation>
    </message>
    <message>
      <source>Number</source>
      <translation>Nummer</translation>
    </message>
    <message>
      <source>Number look-up</source>
      <translation>Nummerupplysning</translation>
    </message>
    <message>
      <source>Number of the destination</source>
      <translation>Destinationens nummer</translation>
    </message>
    <message>
      <source>Number shown to whoever you call</source>
      <translation>Nummer som visas när du ringer</translation>
    </message>
    <message>
      <source>Off: callers hear the greeting alone</source>
      <translation>Av: den som ringer hör bara hälsningen</translation>
    </message>
    <message>
      <source>Off: whoever calls then finds me busy</source>
      <translation>Av: den som ringer får upptaget</translation>
    </message>
    <message>
      <source>Offers to open the phone when you use the computer or the desk phone</source>
      <translation>Erbjuder att öppna telefonen när du använder datorn eller bordstelefonen</translation>
    </message>
    <message>
      <source>On this computer</source>
      <translation>På den här datorn</translation>
    </message>
    <message>
      <source>One of your calendars may divert: by its meetings, and by words in its entries.</source>
      <translation>En av dina kalendrar får hänvisa: genom sina möten och genom ord i sina poster.</translation>
    </message>
    <message>
      <source>OnePresence</source>
      <translation>OnePresence</translation>
    </message>
    <message>
      <source>Only when it lasts longer than a moment</source>
      <translation>Bara när det varar mer än ett ögonblick</translation>
    </message>
    <message>
      <source>Open</source>
      <translation>Öppna</translation>
    </message>
    <message>
      <source>Open tel: links in OnePresence</source>
      <translation>Öppna tel:-länkar i OnePresence</translation>
    </message>
    <message>
      <source>Open the phone without asking</source>
      <translation>Öppna telefonen utan att fråga</translation>
    </message>
    <message>
      <source>Opens</source>
      <translation>Öppnas</translation>
    </message>
    <message>
      <source>Out of office counts as well</source>
      <translation>Frånvarande räknas också</translation>
    </message>
    <message>
      <source>PIN for the mailbox</source>
      <translation>PIN-kod till röstbrevlådan</translation>
    </message>
    <message>
      <source>Panel behind the icon</source>
      <translation>Panelen bakom ikonen</translation>
    </message>
    <message>
      <source>Password</source>
      <translation>Lösenord</translation>
    </message>
    <message>
      <source>Phones go on working when OnePresence is quit</source>
      <translation>Telefonerna fungerar även när OnePresence avslutas</translation>
    </message>
    <message>
      <source>Play</source>
      <translation>Spela</translation>
    </message>
    <message>
      <source>Play messages in</source>
      <translation>Spela upp meddelanden i</translation>
    </message>
    <message>
      <source>Play your name</source>
      <translation>Spela upp ditt namn</translation>
    </message>
    <message>
      <source>Play your own greeting</source>
      <translation>Spela upp din egen hälsning</translation>
    </message>
    <message>
      <source>Programs and devices that are signed in as you. End what you don't know.</source>
      <translation>Program och enheter som är inloggade som du. Avsluta dem du inte känner igen.</translation>
    </message>
    <message>
      <source>Quick diversion deleted</source>
      <translation>Snabbhänvisningen är borttagen</translation>
    </message>
    <message>
      <source>Quick diversions</source>
      <translation>Snabbhänvisningar</translation>
    </message>
    <message>
      <source>Quick diversions, and what happens to calls you don't take.</source>
      <translation>Snabbhänvisningar, och vad som händer med samtal du inte tar.</translation>
    </message>
    <message>
      <source>Quick listening</source>
      <translation>Snabb avlyssning</translation>
    </message>
    <message>
      <source>Quit from the tray's menu</source>
      <translation>Avsluta helt från ikonens meny</translation>
    </message>
    <message>
      <source>Reason</source>
      <translation>Orsak</translation>
    </message>
    <message>
      <source>Record by phone</source>
      <translation>Tala in i telefonen</translation>
    </message>
    <message>
      <source>Record your name by phone</source>
      <translation>Tala in ditt namn i telefonen</translation>
    </message>
    <message>
      <source>Record your name with the microphone</source>
      <translation>Tala in ditt namn med mikrofonen</translation>
    </message>
    <message>
      <source>Record your own greeting by phone</source>
      <translation>Tala in din egen hälsning i telefonen</translation>
    </message>
    <message>
      <source>Record your own greeting with the microphone</source>
      <translation>Tala in din egen hälsning med mikrofonen</translation>
    </message>
    <message>
      <source>Recorded: {length}</source>
      <translation>Inspelat: {length}</translation>
    </message>
    <message>
      <source>Reduce motion</source>
      <translation>Mindre rörelse</translation>
    </message>
    <message>
      <source>Refuse callers without a number</source>
      <translation>Avvisa samtal utan nummer</translation>
    </message>
    <message>
      <source>Remove the PIN</source>
      <translation>Ta bort PIN-koden</translation>
    </message>
    <message>
      <source>Remove {name}</source>
      <translation>Ta bort {name}</translation>
    </message>
    <message>
      <source>Remove {word}</source>
      <translation>Ta bort {word}</translation>
    </message>
    <message>
      <source>Roomy</source>
      <translation>Luftig</translation>
    </message>
    <message>
      <source>Row height in lists</source>
      <translation>Radhöjd i listor</translation>
    </message>
    <message>
      <source>SMS</source>
      <translation>Sms</translation>
    </message>
    <message>
      <source>Save</source>
      <translation>Spara</translation>
    </message>
    <message>
      <source>Saved destinations</source>
      <translation>Sparade destinationer</translation>
    </message>
    <message>
      <source>Search</source>
      <translation>Sökning</translation>
    </message>
    <message>
      <source>Search among</source>
      <translation>Sök bland</translation>
    </message>
    <message>
      <source>Search in settings</source>
      <translation>Sök i inställningar</translation>
    </message>
    <message>
      <source>Second language</source>
      <translation>Andra språk</translation>
    </message>
    <message>
      <source>Select a number anywhere, and press it</source>
      <translation>Markera ett nummer någonstans och tryck på tangenten</translation>
    </message>
    <message>
      <source>Select the number and press {keys}</source>
      <translation>Markera numret och tryck {keys}</translation>
    </message>
    <message>
      <source>Select the number first</source>
      <translation>Markera numret först</translation>
    </message>
    <message>
      <source>Sending the file …</source>
      <translation>Skickar filen …</translation>
    </message>
    <message>
      <source>Sending the recording …</source>
      <translation>Inspelningen skickas …</translation>
    </message>
    <message>
      <source>Server</source>
      <translation>Server</translation>
    </message>
    <message>
      <source>Set</source>
      <translation>Välj</translation>
    </message>
    <message>
      <source>Set the PIN</source>
      <translation>Välj PIN-kod</translation>
    </message>
    <message>
      <source>Show</source>
      <translation>Visa</translation>
    </message>
    <message>
      <source>Show or hide the window</source>
      <translation>Visa eller dölj fönstret</translation>
    </message>
    <message>
      <source>Show that I am in a meeting</source>
      <translation>Visa att jag är i möte</translation>
    </message>
    <message>
      <source>Show the PIN</source>
      <translation>Visa PIN-koden</translation>
    </message>
    <message>
      <source>Sign out</source>
      <translation>Logga ut</translation>
    </message>
    <message>
      <source>Signed in as</source>
      <translation>Inloggad som</translation>
    </message>
    <message>
      <source>Signed in on</source>
      <translation>Inloggad på</translation>
    </message>
    <message>
      <source>Signed out</source>
      <translation>Utloggad</translation>
    </message>
    <message>
      <source>Six digits or more are harder to guess.</source>
      <translation>Sex eller fler siffror är svårare att gissa.</translation>
    </message>
    <message>
      <source>Size</source>
      <translation>Storlek</translation>
    </message>
    <message>
      <source>So that the icon stands out from it</source>
      <translation>Så att ikonen syns tydligt</translation>
    </message>
    <message>
      <source>Sound</source>
      <translation>Ljud</translation>
    </message>
    <message>
      <source>Sound files (*.wav)</source>
      <translation>Ljudfiler (*.wav)</translation>
    </message>
    <message>
      <source>Sound: {event}</source>
      <translation>Ljud: {event}</translation>
    </message>
    <message>
      <source>Speak now · {time} of {most}</source>
      <translation>Tala nu · {time} av {most}</translation>
    </message>
    <message>
      <source>Start</source>
      <translation>Start</translation>
    </message>
    <message>
      <source>Start OnePresence when I sign in to the computer</source>
      <translation>Starta OnePresence när jag loggar in på datorn</translation>
    </message>
    <message>
      <source>Start hidden in the tray</source>
      <translation>Starta dold i aktivitetsfältet</translation>
    </message>
    <message>
      <source>Stay signed in</source>
      <translation>Förbli inloggad</translation>
    </message>
    <message>
      <source>Stop</source>
      <translation>Stopp</translation>
    </message>
    <message>
      <source>Stronger text and lines</source>
      <translation>Tydligare text och linjer</translation>
    </message>
    <message>
      <source>Sweden</source>
      <translation>Sverige</translation>
    </message>
    <message>
      <source>Swedish</source>
      <translation>Svenska</translation>
    </message>
    <message>
      <source>System default</source>
      <translation>Som systemet</translation>
    </message>
    <message>
      <source>Take messages</source>
      <translation>Ta emot meddelanden</translation>
    </message>
    <message>
      <source>Takes the call that rings, at your phone</source>
      <translation>Tar samtalet som ringer, på din telefon</translation>
    </message>
    <message>
      <source>Tell me of new messages by SMS</source>
      <translation>Meddela mig om nya meddelanden via SMS</translation>
    </message>
    <message>
      <source>Tell me of new messages by e-mail</source>
      <translation>Meddela mig om nya meddelanden via e-post</translation>
    </message>
    <message>
      <source>Text and controls; counts from the next start</source>
      <translation>Text och knappar; gäller från nästa start</translation>
    </message>
    <message>
      <source>Text for colleagues</source>
      <translation>Text till kollegor</translation>
    </message>
    <message>
      <source>Text for the reception</source>
      <translation>Text till receptionen</translation>
    </message>
    <message>
      <source>Texts from colleagues</source>
      <translation>Textmeddelanden från kollegor</translation>
    </message>
    <message>
      <source>The PIN has been set</source>
      <translation>PIN-koden är sparad</translation>
    </message>
    <message>
      <source>The close button hides the window</source>
      <translation>Stäng-knappen döljer fönstret</translation>
    </message>
    <message>
      <source>The company's ({country})</source>
      <translation>Företagets ({country})</translation>
    </message>
    <message>
      <source>The current password isn't right.</source>
      <translation>Det nuvarande lösenordet är inte rätt.</translation>
    </message>
    <message>
      <source>The demo company on this computer</source>
      <translation>Demoföretaget på den här datorn</translation>
    </message>
    <message>
      <source>The eight words they compare</source>
      <translation>De åtta ord de ska jämföra</translation>
    </message>
    <message>
      <source>The microphone gives no sound.</source>
      <translation>Mikrofonen ger inget ljud.</translation>
    </message>
    <message>
      <source>The microphone is switched on …</source>
      <translation>Mikrofonen slås på …</translation>
    </message>
    <message>
      <source>The password has been changed.</source>
      <translation>Lösenordet har bytts.</translation>
    </message>
    <message>
      <source>The phone rings for</source>
      <translation>Telefonen ringer i</translation>
    </message>
    <message>
      <source>The session is kept in the system's keyring</source>
      <translation>Inloggningen sparas i systemets nyckelring</translation>
    </message>
    <message>
      <source>The system doesn’t let OnePresence use the microphone.</source>
      <translation>Systemet låter inte OnePresence använda mikrofonen.</translation>
    </message>
    <message>
      <source>The system refused: {reason}</source>
      <translation>Systemet nekade: {reason}</translation>
    </message>
    <message>
      <source>The system's player</source>
      <translation>Systemets spelare</translation>
    </message>
    <message>
      <source>Then, when I don't answer</source>
      <translation>Därefter, när jag inte svarar</translation>
    </message>
    <message>
      <source>They are always in the inbox, too</source>
      <translation>De finns alltid också i inkorgen</translation>
    </message>
    <message>
      <source>This address is too long</source>
      <translation>Adressen är för lång</translation>
    </message>
    <message>
      <source>This computer</source>
      <translation>Den här datorn</translation>
    </message>
    <message>
      <source>This is no address that begins with http:// or https://</source>
      <translation>Det är ingen adress som börjar med http:// eller https://</translation>
    </message>
    <message>
      <source>This program</source>
      <translation>Det här programmet</translation>
    </message>
    <message>
      <source>Time of day</source>
      <translation>Klockslag</translation>
    </message>
    <message>
      <source>Time to cancel before a call</source>
      <translation>Ångertid före samtal</translation>
    </message>
    <message>
      <source>To {address}</source>
      <translation>Till {address}</translation>
    </message>
    <message>
      <source>Try it now</source>
      <translation>Prova nu</translation>
    </message>
    <message>
      <source>Type the number calls should go to</source>
      <translation>Skriv numret som samtal ska gå till</translation>
    </message>
    <message>
      <source>Undo</source>
      <translation>Ångra</translation>
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
      <translation>Enhet utan namn</translation>
    </message>
    <message>
      <source>Until a time</source>
      <translation>Till ett klockslag</translation>
    </message>
    <message>
      <source>Until further notice</source>
      <translation>Tills vidare</translation>
    </message>
    <message>
      <source>Version and connection.</source>
      <translation>Version och anslutning.</translation>
    </message>
    <message>
      <source>Version {version}</source>
      <translation>Version {version}</translation>
    </message>
    <message>
      <source>Web address</source>
      <translation>Webbadress</translation>
    </message>
    <message>
      <source>What a caller would hear now</source>
      <translation>Det man hör när man ringer nu</translation>
    </message>
    <message>
      <source>What your meetings show, and what they do to your calls.</source>
      <translation>Vad dina möten visar och vad de gör med dina samtal.</translation>
    </message>
    <message>
      <source>When I am on the phone</source>
      <translation>När jag är upptagen i telefon</translation>
    </message>
    <message>
      <source>When I don't answer</source>
      <translation>När jag inte svarar</translation>
    </message>
    <message>
      <source>When OnePresence may disturb you.</source>
      <translation>När OnePresence får störa.</translation>
    </message>
    <message>
      <source>When a colleague calls</source>
      <translation>När en kollega ringer</translation>
    </message>
    <message>
      <source>When answered</source>
      <translation>Vid svar</translation>
    </message>
    <message>
      <source>When it rings</source>
      <translation>När den ringer</translation>
    </message>
    <message>
      <source>When my phone can't be reached</source>
      <translation>När min telefon inte kan nås</translation>
    </message>
    <message>
      <source>Who calls, and where to send the call</source>
      <translation>Vem som ringer, och vart samtalet ska skickas</translation>
    </message>
    <message>
      <source>Who gets through as usual</source>
      <translation>Vem kommer normalt fram</translation>
    </message>
    <message>
      <source>Windows lets only you choose it: Settings, Apps, Default apps</source>
      <translation>Windows låter bara dig välja det: Inställningar, Appar, Standardappar</translation>
    </message>
    <message>
      <source>Withheld</source>
      <translation>Dolt</translation>
    </message>
    <message>
      <source>Without numbers, names, messages or passwords</source>
      <translation>Utan nummer, namn, meddelanden och lösenord</translation>
    </message>
    <message>
      <source>Word</source>
      <translation>Ord</translation>
    </message>
    <message>
      <source>Words become absences</source>
      <translation>Ord blir frånvaro</translation>
    </message>
    <message>
      <source>Words in the calendar</source>
      <translation>Ord i kalendern</translation>
    </message>
    <message>
      <source>Words of my own</source>
      <translation>Mina egna ord</translation>
    </message>
    <message>
      <source>Works</source>
      <translation>Fungerar</translation>
    </message>
    <message>
      <source>You are told five minutes before, and can say: not this time</source>
      <translation>Du får veta det fem minuter före och kan säga: inte den här gången</translation>
    </message>
    <message>
      <source>You have no mobile number; enter it under My details</source>
      <translation>Du har inget mobilnummer; skriv in det under Mina uppgifter</translation>
    </message>
    <message>
      <source>Your administrator hasn't entered an e-mail address for you</source>
      <translation>Din administratör har inte angett någon e-postadress för dig</translation>
    </message>
    <message>
      <source>Your calendar isn't connected. Your administrator does that.</source>
      <translation>Din kalender är inte ansluten. Det gör din administratör.</translation>
    </message>
    <message>
      <source>Your name</source>
      <translation>Ditt namn</translation>
    </message>
    <message>
      <source>Your own greeting</source>
      <translation>Din egen hälsning</translation>
    </message>
    <message>
      <source>Your phone is being called …</source>
      <translation>Ringer upp din telefon …</translation>
    </message>
    <message>
      <source>Your phone rings. Speak after the tone.</source>
      <translation>Din telefon ringer. Tala efter tonen.</translation>
    </message>
    <message>
      <source>version {version} is out</source>
      <translation>version {version} har kommit</translation>
    </message>
    <message>
      <source>{number} is where the caller's number goes</source>
      <translation>{number} är där numret sätts in</translation>
    </message>
    <message>
      <source>{number} must stand in it, after the server's name</source>
      <translation>{number} måste finnas med efter serverns namn</translation>
    </message>
  </context>
  <context>
    <name>Shell</name>
    <message numerus="yes">
      <source>%n voicemail(s) meanwhile</source>
      <translation>
        <numerusform>%n röstmeddelande under tiden</numerusform>
        <numerusform>%n röstmeddelanden under tiden</numerusform>
      </translation>
    </message>
    <message>
      <source>1 hour</source>
      <translation>1 timme</translation>
    </message>
    <message>
      <source>2 hours</source>
      <translation>2 timmar</translation>
    </message>
    <message>
      <source>30 minutes</source>
      <translation>30 minuter</translation>
    </message>
    <message>
      <source>Answer</source>
      <translation>Svara</translation>
    </message>
    <message>
      <source>Answered</source>
      <translation>Besvarat</translation>
    </message>
    <message>
      <source>Answered on {device}</source>
      <translation>Besvarat på {device}</translation>
    </message>
    <message>
      <source>Ask first</source>
      <translation>Fråga först</translation>
    </message>
    <message>
      <source>Call</source>
      <translation>Ring</translation>
    </message>
    <message>
      <source>Call back</source>
      <translation>Ring tillbaka</translation>
    </message>
    <message>
      <source>Call from {device}</source>
      <translation>Ring från {device}</translation>
    </message>
    <message>
      <source>Call them from your phone, then connect the two</source>
      <translation>Ring upp från din telefon och koppla sedan ihop de två</translation>
    </message>
    <message>
      <source>Calls go straight to OneVoicemail.</source>
      <translation>Samtal går direkt till OneVoicemail.</translation>
    </message>
    <message>
      <source>Clear the search</source>
      <translation>Rensa sökningen</translation>
    </message>
    <message>
      <source>Close</source>
      <translation>Stäng</translation>
    </message>
    <message>
      <source>Colleagues and emergency services always see your own number.</source>
      <translation>Kollegor och larmcentralen ser alltid ditt eget nummer.</translation>
    </message>
    <message>
      <source>Compare the words …</source>
      <translation>Jämför orden …</translation>
    </message>
    <message>
      <source>Connect the two</source>
      <translation>Koppla ihop</translation>
    </message>
    <message>
      <source>Connected</source>
      <translation>Ansluten</translation>
    </message>
    <message>
      <source>Connected again</source>
      <translation>Ansluten igen</translation>
    </message>
    <message>
      <source>Connected · {place}</source>
      <translation>Ansluten · {place}</translation>
    </message>
    <message>
      <source>Connecting …</source>
      <translation>Ansluter …</translation>
    </message>
    <message>
      <source>Demo</source>
      <translation>Demo</translation>
    </message>
    <message>
      <source>Demo – connected</source>
      <translation>Demo – ansluten</translation>
    </message>
    <message>
      <source>Demo – simulated calls and colleagues</source>
      <translation>Demo – simulerade samtal och kollegor</translation>
    </message>
    <message>
      <source>Disconnected</source>
      <translation>Frånkopplad</translation>
    </message>
    <message>
      <source>Disconnected {time}</source>
      <translation>Frånkopplad {time}</translation>
    </message>
    <message>
      <source>Divert</source>
      <translation>Hänvisa</translation>
    </message>
    <message>
      <source>Divert to</source>
      <translation>Hänvisa till</translation>
    </message>
    <message>
      <source>Diverted from {name}</source>
      <translation>Hänvisad från {name}</translation>
    </message>
    <message>
      <source>Do not disturb</source>
      <translation>Stör ej</translation>
    </message>
    <message>
      <source>Edit quick diversions</source>
      <translation>Redigera snabbhänvisningar</translation>
    </message>
    <message>
      <source>From your calendar: {destination}</source>
      <translation>Från din kalender: {destination}</translation>
    </message>
    <message>
      <source>Hang up</source>
      <translation>Lägg på</translation>
    </message>
    <message>
      <source>Hold</source>
      <translation>Sätt i vänteläge</translation>
    </message>
    <message>
      <source>In any program</source>
      <translation>I alla program</translation>
    </message>
    <message>
      <source>In this window</source>
      <translation>I det här fönstret</translation>
    </message>
    <message>
      <source>Is calling you</source>
      <translation>Ringer dig</translation>
    </message>
    <message>
      <source>Is leaving a message</source>
      <translation>Lämnar ett meddelande</translation>
    </message>
    <message>
      <source>Keep {until}</source>
      <translation>Behåll {until}</translation>
    </message>
    <message>
      <source>Keys</source>
      <translation>Tangenter</translation>
    </message>
    <message>
      <source>Lift your phone</source>
      <translation>Lyft luren</translation>
    </message>
    <message>
      <source>Message from {name}</source>
      <translation>Meddelande från {name}</translation>
    </message>
    <message>
      <source>Missed call from {name}</source>
      <translation>Missat samtal från {name}</translation>
    </message>
    <message>
      <source>Missed {when}</source>
      <translation>Missat {when}</translation>
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
      <translation>Namn eller nummer</translation>
    </message>
    <message>
      <source>New voicemail from {name}</source>
      <translation>Nytt röstmeddelande från {name}</translation>
    </message>
    <message>
      <source>Next pane</source>
      <translation>Nästa ruta</translation>
    </message>
    <message>
      <source>No connection to the telephone system.</source>
      <translation>Ingen anslutning till telefonsystemet.</translation>
    </message>
    <message>
      <source>Nobody took the call to {group}</source>
      <translation>Ingen tog samtalet till {group}</translation>
    </message>
    <message>
      <source>Not connected</source>
      <translation>Inte ansluten</translation>
    </message>
    <message>
      <source>Not this time</source>
      <translation>Inte den här gången</translation>
    </message>
    <message>
      <source>On hold</source>
      <translation>Väntar</translation>
    </message>
    <message>
      <source>One step back</source>
      <translation>Ett steg tillbaka</translation>
    </message>
    <message>
      <source>Only the next call</source>
      <translation>Bara nästa samtal</translation>
    </message>
    <message>
      <source>Open</source>
      <translation>Öppna</translation>
    </message>
    <message>
      <source>Open the customer card</source>
      <translation>Öppna kundkortet</translation>
    </message>
    <message>
      <source>Open the phone</source>
      <translation>Öppna telefonen</translation>
    </message>
    <message>
      <source>Open without asking from now on</source>
      <translation>Öppna i fortsättningen utan att fråga</translation>
    </message>
    <message>
      <source>Other diversion …</source>
      <translation>Annan hänvisning …</translation>
    </message>
    <message>
      <source>Play</source>
      <translation>Spela</translation>
    </message>
    <message>
      <source>Quick diversions</source>
      <translation>Snabbhänvisningar</translation>
    </message>
    <message>
      <source>Reject</source>
      <translation>Avvisa</translation>
    </message>
    <message>
      <source>Resume</source>
      <translation>Återuppta</translation>
    </message>
    <message>
      <source>Ringing</source>
      <translation>Ringer</translation>
    </message>
    <message>
      <source>Search field</source>
      <translation>Sökfält</translation>
    </message>
    <message>
      <source>Search name, number, department – or type a number</source>
      <translation>Sök namn, nummer, avdelning – eller skriv ett nummer</translation>
    </message>
    <message>
      <source>Search or type a number</source>
      <translation>Sök eller skriv nummer</translation>
    </message>
    <message>
      <source>Show</source>
      <translation>Visa</translation>
    </message>
    <message>
      <source>Shows</source>
      <translation>Visar</translation>
    </message>
    <message>
      <source>Shows next</source>
      <translation>Visar nästa gång</translation>
    </message>
    <message>
      <source>Signed out</source>
      <translation>Utloggad</translation>
    </message>
    <message>
      <source>Somebody else …</source>
      <translation>Någon annan …</translation>
    </message>
    <message>
      <source>Spoke {when} with you</source>
      <translation>Talade {when} med dig</translation>
    </message>
    <message>
      <source>Spoke {when} with {name}</source>
      <translation>Talade {when} med {name}</translation>
    </message>
    <message>
      <source>State unknown</source>
      <translation>Okänd status</translation>
    </message>
    <message>
      <source>States are live</source>
      <translation>Status är aktuell</translation>
    </message>
    <message>
      <source>States may be out of date.</source>
      <translation>Status kan vara inaktuell.</translation>
    </message>
    <message>
      <source>Take the call</source>
      <translation>Ta samtalet</translation>
    </message>
    <message>
      <source>Then {name} is called</source>
      <translation>Sedan rings {name} upp</translation>
    </message>
    <message>
      <source>To {group}</source>
      <translation>Till {group}</translation>
    </message>
    <message>
      <source>Transfer</source>
      <translation>Koppla</translation>
    </message>
    <message>
      <source>Transfer to</source>
      <translation>Koppla till</translation>
    </message>
    <message>
      <source>Try now</source>
      <translation>Försök nu</translation>
    </message>
    <message>
      <source>Trying again in {time}.</source>
      <translation>Försöker igen om {time}.</translation>
    </message>
    <message>
      <source>Trying again now …</source>
      <translation>Försöker igen nu …</translation>
    </message>
    <message>
      <source>Until I turn it off</source>
      <translation>Tills jag stänger av det</translation>
    </message>
    <message>
      <source>Until working hours end</source>
      <translation>Tills arbetstiden slutar</translation>
    </message>
    <message>
      <source>Version {version} of OnePresence is out</source>
      <translation>Version {version} av OnePresence har kommit</translation>
    </message>
    <message>
      <source>Welcome back – open the phone?</source>
      <translation>Välkommen tillbaka – öppna telefonen?</translation>
    </message>
    <message>
      <source>Withheld number</source>
      <translation>Skyddat nummer</translation>
    </message>
    <message>
      <source>You are diverted: {reason} {until}</source>
      <translation>Du är hänvisad: {reason} {until}</translation>
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
      <translation>pågår nu</translation>
    </message>
    <message>
      <source>{name} calls back</source>
      <translation>{name} ringer tillbaka</translation>
    </message>
    <message>
      <source>{name} is calling, {number}</source>
      <translation>{name} ringer, {number}</translation>
    </message>
    <message>
      <source>{name} is free now</source>
      <translation>{name} är ledig nu</translation>
    </message>
    <message>
      <source>{reason} at {time}</source>
      <translation>{reason} kl. {time}</translation>
    </message>
    <message>
      <source>{section}, {count} unread</source>
      <translation>{section}, {count} olästa</translation>
    </message>
    <message>
      <source>{section}, {count} waiting</source>
      <translation>{section}, {count} väntar</translation>
    </message>
    <message>
      <source>{who} get through.</source>
      <translation>{who} kommer fram.</translation>
    </message>
  </context>
  <context>
    <name>SignIn</name>
    <message>
      <source>A living company of 40 colleagues on this computer. No real calls are made.</source>
      <translation>Ett levande företag med 40 kollegor på den här datorn. Inga riktiga samtal rings.</translation>
    </message>
    <message>
      <source>A telephone system of your own</source>
      <translation>Ditt eget telefonsystem</translation>
    </message>
    <message>
      <source>Another key</source>
      <translation>En annan nyckel</translation>
    </message>
    <message>
      <source>Another program on this computer uses it. Quit that program, or use another port.</source>
      <translation>Ett annat program på den här datorn använder den. Avsluta det programmet eller använd en annan port.</translation>
    </message>
    <message>
      <source>Back</source>
      <translation>Tillbaka</translation>
    </message>
    <message>
      <source>Can be changed later in Settings</source>
      <translation>Kan ändras senare under Inställningar</translation>
    </message>
    <message>
      <source>Can't reach {server}.</source>
      <translation>Kan inte nå {server}.</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>Avbryt</translation>
    </message>
    <message>
      <source>Change password</source>
      <translation>Byt lösenord</translation>
    </message>
    <message>
      <source>Choose your own password</source>
      <translation>Välj ditt eget lösenord</translation>
    </message>
    <message>
      <source>Company name</source>
      <translation>Företagets namn</translation>
    </message>
    <message>
      <source>Connect to my company</source>
      <translation>Anslut till mitt företag</translation>
    </message>
    <message>
      <source>Continue</source>
      <translation>Fortsätt</translation>
    </message>
    <message>
      <source>Create and start</source>
      <translation>Skapa och starta</translation>
    </message>
    <message>
      <source>Customer code</source>
      <translation>Kundkod</translation>
    </message>
    <message>
      <source>Data stays on this machine</source>
      <translation>Data stannar på datorn</translation>
    </message>
    <message>
      <source>Don't connect</source>
      <translation>Anslut inte</translation>
    </message>
    <message>
      <source>Encrypted connection</source>
      <translation>Krypterad anslutning</translation>
    </message>
    <message>
      <source>Forgot your password?</source>
      <translation>Glömt lösenordet?</translation>
    </message>
    <message>
      <source>From your administrator</source>
      <translation>Får du av din administratör</translation>
    </message>
    <message>
      <source>In the demo the password is {digits}.</source>
      <translation>I demon är lösenordet {digits}.</translation>
    </message>
    <message>
      <source>Is this your company's server?</source>
      <translation>Är det här ditt företags server?</translation>
    </message>
    <message>
      <source>Known until now</source>
      <translation>Kända hittills</translation>
    </message>
    <message>
      <source>Language</source>
      <translation>Språk</translation>
    </message>
    <message>
      <source>Local number</source>
      <translation>Anknytning</translation>
    </message>
    <message>
      <source>New server</source>
      <translation>Ny server</translation>
    </message>
    <message>
      <source>Not encrypted</source>
      <translation>Inte krypterad</translation>
    </message>
    <message>
      <source>Password</source>
      <translation>Lösenord</translation>
    </message>
    <message>
      <source>Phones that are set up already must then be told the new one.</source>
      <translation>Telefoner som redan är inställda måste då få den nya porten.</translation>
    </message>
    <message>
      <source>Port {port} is taken</source>
      <translation>Port {port} är upptagen</translation>
    </message>
    <message>
      <source>Ready in a few seconds</source>
      <translation>Klart på några sekunder</translation>
    </message>
    <message>
      <source>Run on this computer</source>
      <translation>Kör på den här datorn</translation>
    </message>
    <message>
      <source>Save and continue</source>
      <translation>Spara och fortsätt</translation>
    </message>
    <message>
      <source>See who is free, call with one click, and divert your phone when you leave.</source>
      <translation>Se vem som är ledig, ring med ett klick och hänvisa när du går.</translation>
    </message>
    <message>
      <source>Server address</source>
      <translation>Serveradress</translation>
    </message>
    <message>
      <source>Shown now</source>
      <translation>Visas nu</translation>
    </message>
    <message>
      <source>Sign in</source>
      <translation>Logga in</translation>
    </message>
    <message>
      <source>Sign in to OnePresence</source>
      <translation>Logga in på OnePresence</translation>
    </message>
    <message>
      <source>Sign out</source>
      <translation>Logga ut</translation>
    </message>
    <message>
      <source>So that nobody else does this while you are away. It counts for ten minutes.</source>
      <translation>Så att ingen annan gör det medan du är borta. Det gäller i tio minuter.</translation>
    </message>
    <message>
      <source>Somebody may be posing as your company's server. Nothing was sent to it. If your administrator has replaced the key, ask them for the eight new words and type them.</source>
      <translation>Någon kan utge sig för att vara ditt företags server. Ingenting har skickats till den. Har din administratör bytt nyckeln, be om de åtta nya orden och skriv in dem.</translation>
    </message>
    <message>
      <source>Start your own telephone system here, and invite colleagues afterwards.</source>
      <translation>Starta ditt eget telefonsystem här och bjud in kollegor efteråt.</translation>
    </message>
    <message>
      <source>Stay signed in</source>
      <translation>Förbli inloggad</translation>
    </message>
    <message>
      <source>The eight words that your administrator told you</source>
      <translation>De åtta ord som din administratör har gett dig</translation>
    </message>
    <message>
      <source>The password isn't right.</source>
      <translation>Lösenordet stämmer inte.</translation>
    </message>
    <message>
      <source>The words are the same</source>
      <translation>Orden är desamma</translation>
    </message>
    <message>
      <source>These aren't the words that the server shows now.</source>
      <translation>Det är inte de ord som servern visar nu.</translation>
    </message>
    <message>
      <source>They stand in Settings, About, on the computer that runs the telephone system; your administrator can tell you them. You are asked this once.</source>
      <translation>De står under Inställningar, Om, på datorn som kör telefonsystemet; din administratör kan säga dem till dig. Du tillfrågas bara den här gången.</translation>
    </message>
    <message>
      <source>This is your first sign-in. The first password can't be used again.</source>
      <translation>Det är första gången du loggar in. Det första lösenordet kan inte användas igen.</translation>
    </message>
    <message>
      <source>Trust the new key</source>
      <translation>Lita på den nya nyckeln</translation>
    </message>
    <message>
      <source>Try again</source>
      <translation>Försök igen</translation>
    </message>
    <message>
      <source>Try with a demo company</source>
      <translation>Prova med ett demoföretag</translation>
    </message>
    <message>
      <source>Try with a demo company instead</source>
      <translation>Prova med ett demoföretag i stället</translation>
    </message>
    <message>
      <source>Type your password again</source>
      <translation>Skriv ditt lösenord igen</translation>
    </message>
    <message>
      <source>Use port {port}</source>
      <translation>Använd port {port}</translation>
    </message>
    <message>
      <source>Welcome to OnePresence</source>
      <translation>Välkommen till OnePresence</translation>
    </message>
    <message>
      <source>You become its administrator, and add colleagues and phones afterwards.</source>
      <translation>Du blir administratör och lägger till kollegor och telefoner efteråt.</translation>
    </message>
    <message>
      <source>You need the server address, your local number and your password.</source>
      <translation>Du behöver serveradress, anknytning och lösenord.</translation>
    </message>
    <message>
      <source>Your last four digits</source>
      <translation>Dina fyra sista siffror</translation>
    </message>
    <message>
      <source>Your local number: {number}</source>
      <translation>Din anknytning: {number}</translation>
    </message>
    <message>
      <source>Your name</source>
      <translation>Ditt namn</translation>
    </message>
    <message>
      <source>{server} shows another key</source>
      <translation>{server} visar en annan nyckel</translation>
    </message>
    <message>
      <source>{server} shows these eight words. Compare them with those on the server.</source>
      <translation>{server} visar dessa åtta ord. Jämför dem med orden på servern.</translation>
    </message>
  </context>
  <context>
    <name>Telephony</name>
    <message>
      <source>A phone that comes in without is no longer reached</source>
      <translation>En telefon som kommer in utan kan inte längre nås</translation>
    </message>
    <message>
      <source>All phones must be encrypted (TLS and SRTP)</source>
      <translation>Alla telefoner måste vara krypterade (TLS och SRTP)</translation>
    </message>
    <message>
      <source>Choose a sound file as music …</source>
      <translation>Välj en ljudfil som musik …</translation>
    </message>
    <message>
      <source>Delete the music</source>
      <translation>Ta bort musiken</translation>
    </message>
    <message>
      <source>Encryption</source>
      <translation>Kryptering</translation>
    </message>
    <message>
      <source>For one phone alone it is set under Devices, in the phone's menu.</source>
      <translation>För en enda telefon ställs det in under Enheter, i telefonens meny.</translation>
    </message>
    <message>
      <source>Music for callers on hold, parked, or waiting for a group</source>
      <translation>Musik för samtal som väntar, är parkerade eller väntar på en grupp</translation>
    </message>
    <message>
      <source>No</source>
      <translation>Nej</translation>
    </message>
    <message>
      <source>No number (withheld)</source>
      <translation>Inget nummer (dolt)</translation>
    </message>
    <message>
      <source>Numbers of groups they are in</source>
      <translation>Nummer till grupper de är med i</translation>
    </message>
    <message>
      <source>Numbers that users may show when they call out</source>
      <translation>Nummer som användarna får visa när de ringer ut</translation>
    </message>
    <message>
      <source>Play the music</source>
      <translation>Spela musiken</translation>
    </message>
    <message>
      <source>The company's numbers</source>
      <translation>Företagets nummer</translation>
    </message>
    <message>
      <source>The service's own melody; a ringing tone for groups</source>
      <translation>Tjänstens egen melodi; en ringsignal för grupper</translation>
    </message>
    <message>
      <source>Their own number</source>
      <translation>Sitt eget nummer</translation>
    </message>
    <message>
      <source>Users pick one of these in Settings. A code dialled before a number withholds theirs, or shows it, for that call. With none ticked, everybody shows their own. Whoever answers 112 always sees the caller's number.</source>
      <translation>Användarna väljer ett av dem i Inställningar. En kod före numret de ringer döljer eller visar deras eget för det samtalet. Är inget valt visar alla sitt eget nummer. Den som svarar på 112 ser alltid uppringarens nummer.</translation>
    </message>
    <message>
      <source>Yes</source>
      <translation>Ja</translation>
    </message>
    <message>
      <source>Your own: {length}</source>
      <translation>Er egen: {length}</translation>
    </message>
  </context>
  <context>
    <name>Texts</name>
    <message numerus="yes">
      <source>%n hour(s)</source>
      <translation>
        <numerusform>%n timme</numerusform>
        <numerusform>%n timmar</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n minute(s)</source>
      <translation>
        <numerusform>%n minut</numerusform>
        <numerusform>%n minuter</numerusform>
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
      <translation>1 timme</translation>
    </message>
    <message>
      <source>2 hours</source>
      <translation>2 timmar</translation>
    </message>
    <message>
      <source>5 minutes</source>
      <translation>5 minuter</translation>
    </message>
    <message>
      <source>A call can't be sent there.</source>
      <translation>Ett samtal kan inte skickas dit.</translation>
    </message>
    <message>
      <source>A key leads nowhere yet.</source>
      <translation>En knapp leder ingenstans ännu.</translation>
    </message>
    <message>
      <source>A key leads to a menu that isn't there.</source>
      <translation>En knapp leder till en meny som inte finns.</translation>
    </message>
    <message>
      <source>A local number begins with the company's three digits.</source>
      <translation>En anknytning börjar med företagets tre siffror.</translation>
    </message>
    <message>
      <source>A local number has seven digits.</source>
      <translation>En anknytning har sju siffror.</translation>
    </message>
    <message>
      <source>A local number is missing.</source>
      <translation>En anknytning saknas.</translation>
    </message>
    <message>
      <source>A name is missing.</source>
      <translation>Ett namn saknas.</translation>
    </message>
    <message>
      <source>A number in it is none</source>
      <translation>Ett nummer i den är inget nummer</translation>
    </message>
    <message>
      <source>A number is missing.</source>
      <translation>Ett nummer saknas.</translation>
    </message>
    <message>
      <source>A quotation mark is missing, or is one too many</source>
      <translation>Ett citattecken saknas, eller så finns det ett för mycket</translation>
    </message>
    <message>
      <source>A text in it is too long</source>
      <translation>En text i den är för lång</translation>
    </message>
    <message>
      <source>A text is missing.</source>
      <translation>En text saknas.</translation>
    </message>
    <message>
      <source>Administrator</source>
      <translation>Administratör</translation>
    </message>
    <message>
      <source>Another line has that name.</source>
      <translation>En annan linje har det namnet.</translation>
    </message>
    <message>
      <source>Another one has that name.</source>
      <translation>En annan har det namnet.</translation>
    </message>
    <message>
      <source>Another program is using the data.</source>
      <translation>Ett annat program använder datan.</translation>
    </message>
    <message>
      <source>Another program is using the network address.</source>
      <translation>Ett annat program använder nätverksadressen.</translation>
    </message>
    <message>
      <source>Another server is told it, so type it again.</source>
      <translation>En annan server får veta det, så skriv det igen.</translation>
    </message>
    <message>
      <source>Answered on another phone.</source>
      <translation>Besvarat på en annan telefon.</translation>
    </message>
    <message>
      <source>At home</source>
      <translation>Hemma</translation>
    </message>
    <message>
      <source>At least 4 digits</source>
      <translation>Minst 4 siffror</translation>
    </message>
    <message>
      <source>At most 10 digits</source>
      <translation>Högst 10 siffror</translation>
    </message>
    <message>
      <source>At most 64 digits</source>
      <translation>Högst 64 siffror</translation>
    </message>
    <message>
      <source>Available</source>
      <translation>Ledig</translation>
    </message>
    <message>
      <source>Break</source>
      <translation>Rast</translation>
    </message>
    <message>
      <source>Calls can't be sent there.</source>
      <translation>Samtal kan inte skickas dit.</translation>
    </message>
    <message>
      <source>Calls can't be sent to an emergency number.</source>
      <translation>Samtal kan inte skickas till ett nödnummer.</translation>
    </message>
    <message>
      <source>Calls have to be sent somewhere else than to your own phones.</source>
      <translation>Samtalen måste skickas någon annanstans än till dina egna telefoner.</translation>
    </message>
    <message>
      <source>Calls would end nowhere.</source>
      <translation>Samtalen hamnar ingenstans.</translation>
    </message>
    <message>
      <source>Calls would loop back to you.</source>
      <translation>Samtalen går i cirkel och kommer tillbaka till dig.</translation>
    </message>
    <message>
      <source>Can't be read</source>
      <translation>Kan inte läsas</translation>
    </message>
    <message>
      <source>Choose at least one language.</source>
      <translation>Välj minst ett språk.</translation>
    </message>
    <message>
      <source>Choose e-mail, SMS or both.</source>
      <translation>Välj e-post, sms eller båda.</translation>
    </message>
    <message>
      <source>Choose one of the two, not both.</source>
      <translation>Välj en av de två, inte båda.</translation>
    </message>
    <message>
      <source>Choose your own password first.</source>
      <translation>Välj först ditt eget lösenord.</translation>
    </message>
    <message>
      <source>Company</source>
      <translation>Företag</translation>
    </message>
    <message>
      <source>Copenhagen</source>
      <translation>Köpenhamn</translation>
    </message>
    <message>
      <source>Course</source>
      <translation>Kurs</translation>
    </message>
    <message>
      <source>Customer visit</source>
      <translation>Kundbesök</translation>
    </message>
    <message>
      <source>Danish</source>
      <translation>danska</translation>
    </message>
    <message>
      <source>Department</source>
      <translation>Avdelning</translation>
    </message>
    <message>
      <source>Desk phone</source>
      <translation>Bordstelefon</translation>
    </message>
    <message>
      <source>Diverted</source>
      <translation>Hänvisad</translation>
    </message>
    <message>
      <source>Do not disturb</source>
      <translation>Stör ej</translation>
    </message>
    <message>
      <source>E-mail</source>
      <translation>E-post</translation>
    </message>
    <message>
      <source>E-mail, home</source>
      <translation>E-post, hem</translation>
    </message>
    <message>
      <source>E-mail, work</source>
      <translation>E-post, arbete</translation>
    </message>
    <message>
      <source>English</source>
      <translation>engelska</translation>
    </message>
    <message>
      <source>Fax</source>
      <translation>Fax</translation>
    </message>
    <message>
      <source>First name</source>
      <translation>Förnamn</translation>
    </message>
    <message>
      <source>Four digits are wanted.</source>
      <translation>Det ska vara fyra siffror.</translation>
    </message>
    <message>
      <source>Gone for the day</source>
      <translation>Gått för dagen</translation>
    </message>
    <message>
      <source>Gone home</source>
      <translation>Gått hem</translation>
    </message>
    <message>
      <source>Helsinki</source>
      <translation>Helsingfors</translation>
    </message>
    <message>
      <source>Home</source>
      <translation>Hem</translation>
    </message>
    <message>
      <source>Is there already</source>
      <translation>Finns redan</translation>
    </message>
    <message>
      <source>It ends before it begins.</source>
      <translation>Det slutar innan det börjar.</translation>
    </message>
    <message>
      <source>It exists already, or someone has changed it meanwhile.</source>
      <translation>Det finns redan, eller så har någon ändrat det under tiden.</translation>
    </message>
    <message>
      <source>It has to begin with http:// or https://.</source>
      <translation>Det måste börja med http:// eller https://.</translation>
    </message>
    <message>
      <source>It has too many numbers or addresses</source>
      <translation>Den har för många nummer eller adresser</translation>
    </message>
    <message>
      <source>It holds a mark that turns the letters round. Type it anew.</source>
      <translation>Det innehåller ett tecken som vänder på bokstäverna. Skriv det igen.</translation>
    </message>
    <message>
      <source>It holds a sign that can't be shown. Type it anew.</source>
      <translation>Det innehåller ett tecken som inte kan visas. Skriv det igen.</translation>
    </message>
    <message>
      <source>It holds signs that can't be kept. Type it anew.</source>
      <translation>Det innehåller tecken som inte kan sparas. Skriv det igen.</translation>
    </message>
    <message>
      <source>It is cut off before its end</source>
      <translation>Den är avklippt före slutet</translation>
    </message>
    <message>
      <source>It is in use already.</source>
      <translation>Det används redan.</translation>
    </message>
    <message>
      <source>It is malformed</source>
      <translation>Den är felaktigt skriven</translation>
    </message>
    <message>
      <source>It is the same as the first.</source>
      <translation>Det är samma som det första.</translation>
    </message>
    <message>
      <source>It is too large</source>
      <translation>Den är för stor</translation>
    </message>
    <message>
      <source>It is too long.</source>
      <translation>Det är för långt.</translation>
    </message>
    <message>
      <source>It isn't a picture that can be read.</source>
      <translation>Det är ingen bild som kan läsas.</translation>
    </message>
    <message>
      <source>It isn't a sound file that can be read. Choose a WAV file.</source>
      <translation>Det är ingen ljudfil som kan läsas. Välj en WAV-fil.</translation>
    </message>
    <message>
      <source>It isn't there any more.</source>
      <translation>Det finns inte längre.</translation>
    </message>
    <message>
      <source>It isn't written as it should be.</source>
      <translation>Det är inte skrivet som det ska vara.</translation>
    </message>
    <message>
      <source>It may not run over several lines.</source>
      <translation>Det får inte vara flera rader.</translation>
    </message>
    <message>
      <source>It needs {email} or {user} for the person.</source>
      <translation>{email} eller {user} behövs för personen.</translation>
    </message>
    <message>
      <source>Keep open</source>
      <translation>Håll öppen</translation>
    </message>
    <message>
      <source>Last name</source>
      <translation>Efternamn</translation>
    </message>
    <message>
      <source>Local number</source>
      <translation>Anknytning</translation>
    </message>
    <message>
      <source>Local number and password don't match.</source>
      <translation>Anknytning och lösenord stämmer inte överens.</translation>
    </message>
    <message>
      <source>Looks like {name}</source>
      <translation>Liknar {name}</translation>
    </message>
    <message>
      <source>Lunch</source>
      <translation>Lunch</translation>
    </message>
    <message>
      <source>Main number</source>
      <translation>Huvudnummer</translation>
    </message>
    <message>
      <source>Manager</source>
      <translation>Chef</translation>
    </message>
    <message>
      <source>Meeting</source>
      <translation>Möte</translation>
    </message>
    <message>
      <source>Mobile</source>
      <translation>Mobil</translation>
    </message>
    <message>
      <source>Name</source>
      <translation>Namn</translation>
    </message>
    <message>
      <source>New</source>
      <translation>Ny</translation>
    </message>
    <message>
      <source>No column has {column} or {head} in the first row</source>
      <translation>Ingen kolumn heter {column} eller {head} i första raden</translation>
    </message>
    <message>
      <source>Nobody answered.</source>
      <translation>Ingen svarade.</translation>
    </message>
    <message>
      <source>Nobody can be their own manager, by way of others either.</source>
      <translation>Ingen kan vara chef över sig själv, inte heller på omvägar.</translation>
    </message>
    <message>
      <source>Nobody can close, lower or delete themselves.</source>
      <translation>Ingen kan stänga, sänka eller radera sig själv.</translation>
    </message>
    <message>
      <source>Nobody can take a right from themselves.</source>
      <translation>Ingen kan ta en rättighet från sig själv.</translation>
    </message>
    <message>
      <source>Nobody can take the role of administrator from themselves</source>
      <translation>Ingen kan ta ifrån sig själv rollen som administratör</translation>
    </message>
    <message>
      <source>Nobody has vouched for this server's certificate yet. Nothing was sent to it.</source>
      <translation>Ingen har ännu gått i god för den här serverns certifikat. Inget skickades till den.</translation>
    </message>
    <message>
      <source>Nobody here has that name or number.</source>
      <translation>Ingen här har det namnet eller numret.</translation>
    </message>
    <message>
      <source>Nobody would administer the company any more.</source>
      <translation>Då skulle ingen längre administrera företaget.</translation>
    </message>
    <message>
      <source>Not 0000</source>
      <translation>Inte 0000</translation>
    </message>
    <message>
      <source>Not read yet</source>
      <translation>Inte läst än</translation>
    </message>
    <message>
      <source>Not the one you have now</source>
      <translation>Inte det du har nu</translation>
    </message>
    <message>
      <source>Not the password that you sign in with</source>
      <translation>Inte lösenordet som du loggar in med</translation>
    </message>
    <message>
      <source>Not your local number</source>
      <translation>Inte din anknytning</translation>
    </message>
    <message>
      <source>Note</source>
      <translation>Anteckning</translation>
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
      <translation>Nummer, hem</translation>
    </message>
    <message>
      <source>Number, main</source>
      <translation>Nummer, huvud</translation>
    </message>
    <message>
      <source>Number, mobile</source>
      <translation>Nummer, mobil</translation>
    </message>
    <message>
      <source>Number, work</source>
      <translation>Nummer, arbete</translation>
    </message>
    <message>
      <source>Off work</source>
      <translation>Ej i tjänst</translation>
    </message>
    <message>
      <source>Offline</source>
      <translation>Offline</translation>
    </message>
    <message>
      <source>On a course</source>
      <translation>På kurs</translation>
    </message>
    <message>
      <source>On the phone</source>
      <translation>Upptagen i telefon</translation>
    </message>
    <message>
      <source>One of the calendars diverts. Choose another one instead.</source>
      <translation>En av kalendrarna hänvisar. Välj en annan i stället.</translation>
    </message>
    <message>
      <source>One of the menus can't be reached: no key leads to it.</source>
      <translation>En av menyerna går inte att nå: ingen knapp leder till den.</translation>
    </message>
    <message>
      <source>Only a mobile can have a number of its own here.</source>
      <translation>Bara en mobil kan ha ett eget nummer här.</translation>
    </message>
    <message>
      <source>Only digits</source>
      <translation>Endast siffror</translation>
    </message>
    <message>
      <source>Other</source>
      <translation>Annat</translation>
    </message>
    <message>
      <source>Passwords would travel unencrypted. Leave out http://, or begin with https://.</source>
      <translation>Lösenord skulle skickas okrypterade. Utelämna http:// eller börja med https://.</translation>
    </message>
    <message>
      <source>Phones can't come in encrypted: the service was started without --sips.</source>
      <translation>Telefoner kan inte ansluta krypterat: tjänsten startades utan --sips.</translation>
    </message>
    <message>
      <source>Port {port} is taken by another program.</source>
      <translation>Port {port} är upptagen av ett annat program.</translation>
    </message>
    <message>
      <source>Read {time}</source>
      <translation>Läst {time}</translation>
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
      <translation>Roll</translation>
    </message>
    <message>
      <source>Say at least of one column what it holds.</source>
      <translation>Ange för minst en kolumn vad den innehåller.</translation>
    </message>
    <message>
      <source>Sick</source>
      <translation>Sjuk</translation>
    </message>
    <message>
      <source>Softphone</source>
      <translation>Softphone</translation>
    </message>
    <message>
      <source>Somebody</source>
      <translation>Någon</translation>
    </message>
    <message>
      <source>Somebody has changed this meanwhile.</source>
      <translation>Någon har ändrat detta under tiden.</translation>
    </message>
    <message>
      <source>Somebody who has left the company</source>
      <translation>Någon som har lämnat företaget</translation>
    </message>
    <message>
      <source>Something has to be written here.</source>
      <translation>Här måste det stå något.</translation>
    </message>
    <message>
      <source>Something that this version doesn't know</source>
      <translation>Något som den här versionen inte känner till</translation>
    </message>
    <message>
      <source>Something unexpected went wrong. Try again.</source>
      <translation>Något oväntat gick fel. Försök igen.</translation>
    </message>
    <message>
      <source>Swedish</source>
      <translation>svenska</translation>
    </message>
    <message>
      <source>That address lies inside the telephone system's own computer, and isn't asked.</source>
      <translation>Den adressen ligger inne i telefonsystemets egen dator och tillfrågas inte.</translation>
    </message>
    <message>
      <source>That can't be right: check what you have typed.</source>
      <translation>Det kan inte stämma: kontrollera det du har skrivit.</translation>
    </message>
    <message>
      <source>That doesn't work at the moment. Try again shortly.</source>
      <translation>Det fungerar inte just nu. Försök igen om en stund.</translation>
    </message>
    <message>
      <source>That is over already. Choose a later time.</source>
      <translation>Det är redan över. Välj en senare tid.</translation>
    </message>
    <message>
      <source>That is too far ahead.</source>
      <translation>Det är för långt fram i tiden.</translation>
    </message>
    <message>
      <source>That is too large.</source>
      <translation>Det är för stort.</translation>
    </message>
    <message>
      <source>That is too little, too much, or no number.</source>
      <translation>Det är för litet, för mycket eller inget tal.</translation>
    </message>
    <message>
      <source>That is too often: once a day is the most.</source>
      <translation>Det är för ofta: högst en gång om dagen.</translation>
    </message>
    <message>
      <source>That isn't a day.</source>
      <translation>Det är inget datum.</translation>
    </message>
    <message>
      <source>That isn't a desk phone.</source>
      <translation>Det är ingen bordstelefon.</translation>
    </message>
    <message>
      <source>That isn't a server address.</source>
      <translation>Det är ingen serveradress.</translation>
    </message>
    <message>
      <source>That isn't a telephone number.</source>
      <translation>Det är inget telefonnummer.</translation>
    </message>
    <message>
      <source>That isn't an e-mail address.</source>
      <translation>Det är ingen e-postadress.</translation>
    </message>
    <message>
      <source>That leads back to itself: a caller would never get out.</source>
      <translation>Det leder tillbaka till sig självt: den som ringer skulle aldrig komma ut.</translation>
    </message>
    <message>
      <source>That needs your password. Nothing was changed.</source>
      <translation>Det kräver ditt lösenord. Inget ändrades.</translation>
    </message>
    <message>
      <source>That never happens. Choose other days.</source>
      <translation>Det händer aldrig. Välj andra dagar.</translation>
    </message>
    <message>
      <source>That number can't be called.</source>
      <translation>Det numret går inte att ringa.</translation>
    </message>
    <message>
      <source>That password can't be used.</source>
      <translation>Det lösenordet kan inte användas.</translation>
    </message>
    <message>
      <source>That time zone isn't known.</source>
      <translation>Den tidszonen är inte känd.</translation>
    </message>
    <message>
      <source>The call can't be made.</source>
      <translation>Samtalet kan inte kopplas upp.</translation>
    </message>
    <message>
      <source>The call can't be transferred now.</source>
      <translation>Samtalet kan inte kopplas vidare nu.</translation>
    </message>
    <message>
      <source>The call couldn't be put on hold. You are still talking.</source>
      <translation>Samtalet kunde inte sättas i vänteläge. Ni talar fortfarande.</translation>
    </message>
    <message>
      <source>The call couldn't be taken back. It is still on hold.</source>
      <translation>Samtalet kunde inte återupptas. Det väntar fortfarande.</translation>
    </message>
    <message>
      <source>The call failed.</source>
      <translation>Samtalet misslyckades.</translation>
    </message>
    <message>
      <source>The call has ended.</source>
      <translation>Samtalet är slut.</translation>
    </message>
    <message>
      <source>The call has ended; this version doesn't know why.</source>
      <translation>Samtalet är slut; den här versionen vet inte varför.</translation>
    </message>
    <message>
      <source>The call was given up.</source>
      <translation>Samtalet avbröts.</translation>
    </message>
    <message>
      <source>The call was rejected.</source>
      <translation>Samtalet avvisades.</translation>
    </message>
    <message>
      <source>The command line</source>
      <translation>Kommandoraden</translation>
    </message>
    <message>
      <source>The company has no calendar connection in use. Make one first.</source>
      <translation>Företaget har ingen kalenderanslutning i bruk. Skapa en först.</translation>
    </message>
    <message>
      <source>The company's calendar</source>
      <translation>Företagets kalender</translation>
    </message>
    <message>
      <source>The connection was lost.</source>
      <translation>Anslutningen bröts.</translation>
    </message>
    <message>
      <source>The data can't be read. It was left as it is.</source>
      <translation>Datan kan inte läsas. Den lämnades orörd.</translation>
    </message>
    <message>
      <source>The data can't be written: the disk or the file is read-only.</source>
      <translation>Data kan inte skrivas: disken eller filen är skrivskyddad.</translation>
    </message>
    <message>
      <source>The data is gone, but its voice messages are still there. Bring a backup back. Nothing was changed.</source>
      <translation>Data är borta, men röstmeddelandena finns kvar. Återställ en säkerhetskopia. Inget har ändrats.</translation>
    </message>
    <message>
      <source>The disk is full. Nothing was changed.</source>
      <translation>Disken är full. Inget ändrades.</translation>
    </message>
    <message>
      <source>The file can't be read.</source>
      <translation>Filen kan inte läsas.</translation>
    </message>
    <message>
      <source>The file couldn't be written there.</source>
      <translation>Filen kunde inte sparas där.</translation>
    </message>
    <message>
      <source>The file ends in the middle.</source>
      <translation>Filen slutar mitt i.</translation>
    </message>
    <message>
      <source>The file has too many rows</source>
      <translation>Filen har för många rader</translation>
    </message>
    <message>
      <source>The file holds no text. Save the table as CSV, or the contacts as vCard.</source>
      <translation>Filen innehåller ingen text. Spara tabellen som CSV, eller kontakterna som vCard.</translation>
    </message>
    <message>
      <source>The file is empty.</source>
      <translation>Filen är tom.</translation>
    </message>
    <message>
      <source>The file is too large.</source>
      <translation>Filen är för stor.</translation>
    </message>
    <message>
      <source>The menu that callers hear first is missing.</source>
      <translation>Menyn som de som ringer hör först saknas.</translation>
    </message>
    <message>
      <source>The number is busy.</source>
      <translation>Numret är upptaget.</translation>
    </message>
    <message>
      <source>The other server answers with more than can be read.</source>
      <translation>Den andra servern svarar med mer än som kan läsas.</translation>
    </message>
    <message>
      <source>The other server asks to be left alone for a while.</source>
      <translation>Den andra servern ber om att få vara i fred en stund.</translation>
    </message>
    <message>
      <source>The other server can't be reached. Is the address right?</source>
      <translation>Den andra servern kan inte nås. Är adressen rätt?</translation>
    </message>
    <message>
      <source>The other server can't be used at the moment.</source>
      <translation>Den andra servern kan inte användas just nu.</translation>
    </message>
    <message>
      <source>The other server doesn't answer in time.</source>
      <translation>Den andra servern svarar inte i tid.</translation>
    </message>
    <message>
      <source>The other server refuses the account or its password.</source>
      <translation>Den andra servern avvisar kontot eller dess lösenord.</translation>
    </message>
    <message>
      <source>The other server reports a fault of its own.</source>
      <translation>Den andra servern rapporterar ett eget fel.</translation>
    </message>
    <message>
      <source>The other server says no.</source>
      <translation>Den andra servern säger nej.</translation>
    </message>
    <message>
      <source>The other server's certificate isn't trusted.</source>
      <translation>Den andra serverns certifikat är inte betrott.</translation>
    </message>
    <message>
      <source>The person has no e-mail address, by which the calendar is found.</source>
      <translation>Personen har ingen e-postadress, och det är med den som kalendern hittas.</translation>
    </message>
    <message>
      <source>The phone can't be reached.</source>
      <translation>Telefonen kan inte nås.</translation>
    </message>
    <message>
      <source>The phones found no common way to speak.</source>
      <translation>Telefonerna hittade inget gemensamt sätt att tala.</translation>
    </message>
    <message>
      <source>The picture has too many pixels. Make it smaller first.</source>
      <translation>Bilden har för många pixlar. Gör den mindre först.</translation>
    </message>
    <message>
      <source>The recording is too long.</source>
      <translation>Inspelningen är för lång.</translation>
    </message>
    <message>
      <source>The recording is too short.</source>
      <translation>Inspelningen är för kort.</translation>
    </message>
    <message>
      <source>The recording may not be whole, for a reason that this version doesn't know.</source>
      <translation>Inspelningen är kanske inte hel, av ett skäl som den här versionen inte känner till.</translation>
    </message>
    <message>
      <source>The recording stopped at the longest time you allow a message: the end may be missing.</source>
      <translation>Inspelningen avslutades vid den längsta tid du tillåter för ett meddelande: slutet kan saknas.</translation>
    </message>
    <message>
      <source>The recording stopped because the telephone system's disk was full: the end is missing.</source>
      <translation>Inspelningen avbröts eftersom telefonsystemets disk var full: slutet saknas.</translation>
    </message>
    <message>
      <source>The recording stopped because your mailbox was full: the end may be missing.</source>
      <translation>Inspelningen avbröts eftersom din röstbrevlåda var full: slutet kan saknas.</translation>
    </message>
    <message>
      <source>The same key stands twice in a menu.</source>
      <translation>Samma knapp står två gånger i en meny.</translation>
    </message>
    <message>
      <source>The server isn't who it should be. Nothing was sent to it.</source>
      <translation>Servern är inte den den ska vara. Inget skickades till den.</translation>
    </message>
    <message>
      <source>The server shows another key than when you first connected. Nothing was sent to it. Ask your administrator.</source>
      <translation>Servern visar en annan nyckel än när du först anslöt. Inget skickades till den. Fråga din administratör.</translation>
    </message>
    <message>
      <source>The sound can't be played on this computer.</source>
      <translation>Ljudet kan inte spelas upp på den här datorn.</translation>
    </message>
    <message>
      <source>The sound in it is of a kind that can't be read. Choose another WAV file.</source>
      <translation>Ljudet i filen är av ett slag som inte kan läsas. Välj en annan WAV-fil.</translation>
    </message>
    <message>
      <source>The sound system has stopped – try again.</source>
      <translation>Ljudsystemet har stannat – försök igen.</translation>
    </message>
    <message>
      <source>The telephone system can't be reached.</source>
      <translation>Telefonsystemet kan inte nås.</translation>
    </message>
    <message>
      <source>The telephone system doesn't take that kind of data.</source>
      <translation>Telefonsystemet tar inte emot den sortens data.</translation>
    </message>
    <message>
      <source>The telephone system has no line to the outside yet: only colleagues can be reached.</source>
      <translation>Telefonsystemet har ännu ingen linje ut: bara kollegor kan nås.</translation>
    </message>
    <message>
      <source>The telephone system isn't running at the moment.</source>
      <translation>Telefonsystemet är inte igång just nu.</translation>
    </message>
    <message>
      <source>The telephone system stopped while the message was being left: the end may be missing.</source>
      <translation>Telefonsystemet stannade medan meddelandet talades in: slutet kan saknas.</translation>
    </message>
    <message>
      <source>The time needs a time zone.</source>
      <translation>Tiden saknar en tidszon.</translation>
    </message>
    <message>
      <source>The words are missing in one of the languages.</source>
      <translation>Texten saknas på ett av språken.</translation>
    </message>
    <message>
      <source>There are as many as there can be.</source>
      <translation>Det finns så många som det kan finnas.</translation>
    </message>
    <message>
      <source>There are as many lines as there can be.</source>
      <translation>Det finns så många linjer som det kan finnas.</translation>
    </message>
    <message>
      <source>There are more cells than the first row has columns</source>
      <translation>Det finns fler celler än första raden har kolumner</translation>
    </message>
    <message>
      <source>There are more than there can be.</source>
      <translation>Det är fler än det får vara.</translation>
    </message>
    <message>
      <source>There are no contacts in the file.</source>
      <translation>Det finns inga kontakter i filen.</translation>
    </message>
    <message>
      <source>There is no loudspeaker or headset to play it on.</source>
      <translation>Det finns varken högtalare eller headset att spela upp det på.</translation>
    </message>
    <message>
      <source>There is no name</source>
      <translation>Namn saknas</translation>
    </message>
    <message>
      <source>There is no number in it.</source>
      <translation>Det finns inget nummer i det.</translation>
    </message>
    <message>
      <source>There is no such number.</source>
      <translation>Numret finns inte.</translation>
    </message>
    <message>
      <source>There is nothing at that address.</source>
      <translation>Det finns ingenting på den adressen.</translation>
    </message>
    <message>
      <source>There is room for {count} more.</source>
      <translation>Det finns plats för {count} till.</translation>
    </message>
    <message>
      <source>This program and the telephone system don't understand each other.</source>
      <translation>Programmet och telefonsystemet förstår inte varandra.</translation>
    </message>
    <message>
      <source>This program is newer than the telephone system. Ask your administrator to update the system.</source>
      <translation>Programmet är nyare än telefonsystemet. Be din administratör att uppdatera systemet.</translation>
    </message>
    <message>
      <source>This program is too old for the telephone system. Install the newest version of OnePresence.</source>
      <translation>Programmet är för gammalt för telefonsystemet. Installera den senaste versionen av OnePresence.</translation>
    </message>
    <message>
      <source>Three digits are wanted.</source>
      <translation>Det ska vara tre siffror.</translation>
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
      <translation>I morgon</translation>
    </message>
    <message>
      <source>Too easy: digits in a row</source>
      <translation>För lätt: en talföljd</translation>
    </message>
    <message>
      <source>Too easy: the same digits over and over</source>
      <translation>För lätt: samma siffror om och om igen</translation>
    </message>
    <message>
      <source>Too many tries. Try again in {time}.</source>
      <translation>För många försök. Försök igen om {time}.</translation>
    </message>
    <message>
      <source>Too many tries. Wait a little and try again.</source>
      <translation>För många försök. Vänta en stund och försök igen.</translation>
    </message>
    <message>
      <source>Travel</source>
      <translation>Resa</translation>
    </message>
    <message>
      <source>Travelling</source>
      <translation>På resa</translation>
    </message>
    <message>
      <source>Two columns have {column} or {head} in the first row</source>
      <translation>Två kolumner heter {column} eller {head} i första raden</translation>
    </message>
    <message>
      <source>Two of the times overlap.</source>
      <translation>Två av tiderna överlappar varandra.</translation>
    </message>
    <message>
      <source>Two of them have the same name.</source>
      <translation>Två av dem har samma namn.</translation>
    </message>
    <message>
      <source>Unknown</source>
      <translation>Okänd</translation>
    </message>
    <message>
      <source>Unknown destination</source>
      <translation>Okänt mål</translation>
    </message>
    <message>
      <source>Unknown kind</source>
      <translation>Okänd sort</translation>
    </message>
    <message>
      <source>Unknown phone</source>
      <translation>Okänd telefon</translation>
    </message>
    <message>
      <source>Unknown reason</source>
      <translation>Okänd orsak</translation>
    </message>
    <message>
      <source>Unknown role</source>
      <translation>Okänd roll</translation>
    </message>
    <message>
      <source>User</source>
      <translation>Användare</translation>
    </message>
    <message>
      <source>Vacation</source>
      <translation>Semester</translation>
    </message>
    <message>
      <source>Visit</source>
      <translation>Kundbesök</translation>
    </message>
    <message>
      <source>What is set here isn't known. Choose something else, or update OnePresence.</source>
      <translation>Det som är valt här är okänt. Välj något annat, eller uppdatera OnePresence.</translation>
    </message>
    <message>
      <source>What the other server answers can't be read.</source>
      <translation>Det som den andra servern svarar kan inte läsas.</translation>
    </message>
    <message>
      <source>Without encryption only on the service's own computer.</source>
      <translation>Utan kryptering endast på tjänstens egen dator.</translation>
    </message>
    <message>
      <source>Work</source>
      <translation>Arbete</translation>
    </message>
    <message>
      <source>Working from home</source>
      <translation>Hemarbete</translation>
    </message>
    <message>
      <source>Yesterday</source>
      <translation>I går</translation>
    </message>
    <message>
      <source>You are not signed in any more. Sign in again.</source>
      <translation>Du är inte längre inloggad. Logga in igen.</translation>
    </message>
    <message>
      <source>You couldn't be signed in.</source>
      <translation>Du kunde inte loggas in.</translation>
    </message>
    <message>
      <source>You don't have the right to do that.</source>
      <translation>Du har inte behörighet till det.</translation>
    </message>
    <message>
      <source>You have been removed from the company. Ask your administrator.</source>
      <translation>Du har tagits bort från företaget. Fråga din administratör.</translation>
    </message>
    <message>
      <source>You have been signed out here from another place.</source>
      <translation>Du har loggats ut här från ett annat ställe.</translation>
    </message>
    <message>
      <source>You have no phone to call from. Ask your administrator for one.</source>
      <translation>Du har ingen telefon att ringa från. Be din administratör om en.</translation>
    </message>
    <message>
      <source>You may not use that one. Ask your administrator.</source>
      <translation>Den får du inte använda. Fråga din administratör.</translation>
    </message>
    <message>
      <source>Your access has been closed. Ask your administrator.</source>
      <translation>Din åtkomst har stängts. Fråga din administratör.</translation>
    </message>
    <message>
      <source>Your e-mail address isn't known yet. Write it in My details.</source>
      <translation>Din e-postadress är inte känd än. Skriv den under Mina uppgifter.</translation>
    </message>
    <message>
      <source>Your mobile number isn't known yet. Write it in My details.</source>
      <translation>Ditt mobilnummer är inte känt än. Skriv det under Mina uppgifter.</translation>
    </message>
    <message>
      <source>Your password has been reset. Sign in with the one you are given.</source>
      <translation>Ditt lösenord har återställts. Logga in med det du får.</translation>
    </message>
    <message>
      <source>Your phone isn't connected. Choose another one.</source>
      <translation>Din telefon är inte ansluten. Välj en annan.</translation>
    </message>
    <message>
      <source>colleagues</source>
      <translation>kollegor</translation>
    </message>
    <message>
      <source>d MMM</source>
      <translation>d MMM</translation>
    </message>
    <message>
      <source>d MMM yyyy</source>
      <translation>d MMM yyyy</translation>
    </message>
    <message>
      <source>favourites</source>
      <translation>favoriter</translation>
    </message>
    <message>
      <source>in use</source>
      <translation>används</translation>
    </message>
    <message>
      <source>numbers of my list</source>
      <translation>nummer på min lista</translation>
    </message>
    <message>
      <source>offline</source>
      <translation>offline</translation>
    </message>
    <message>
      <source>on hold</source>
      <translation>väntar</translation>
    </message>
    <message>
      <source>others</source>
      <translation>andra</translation>
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
      <translation>Färöarna</translation>
    </message>
    <message>
      <source>those who call again within 3 min</source>
      <translation>den som ringer igen inom 3 min</translation>
    </message>
    <message>
      <source>unknown</source>
      <translation>okänd</translation>
    </message>
    <message>
      <source>until further notice</source>
      <translation>tills vidare</translation>
    </message>
    <message>
      <source>until tomorrow {time}</source>
      <translation>till i morgon {time}</translation>
    </message>
    <message>
      <source>until {day}</source>
      <translation>till {day}</translation>
    </message>
    <message>
      <source>until {time}</source>
      <translation>till {time}</translation>
    </message>
    <message>
      <source>{column}: an emergency number</source>
      <translation>{column}: ett nödnummer</translation>
    </message>
    <message>
      <source>{column}: belongs to somebody else</source>
      <translation>{column}: tillhör någon annan</translation>
    </message>
    <message>
      <source>{column}: must have seven digits</source>
      <translation>{column}: måste ha sju siffror</translation>
    </message>
    <message>
      <source>{column}: no e-mail address</source>
      <translation>{column}: ingen e-postadress</translation>
    </message>
    <message>
      <source>{column}: no telephone number</source>
      <translation>{column}: inget telefonnummer</translation>
    </message>
    <message>
      <source>{column}: nobody can be above themselves, by whatever way</source>
      <translation>{column}: ingen kan vara chef över sig själv, inte heller på omvägar</translation>
    </message>
    <message>
      <source>{column}: nobody has that local number</source>
      <translation>{column}: ingen har den anknytningen</translation>
    </message>
    <message>
      <source>{column}: not the company's three digits</source>
      <translation>{column}: inte företagets tre siffror</translation>
    </message>
    <message>
      <source>{column}: only user, receptionist or administrator</source>
      <translation>{column}: bara user, receptionist eller administrator</translation>
    </message>
    <message>
      <source>{column}: stands in an earlier row, too</source>
      <translation>{column}: står även på en tidigare rad</translation>
    </message>
    <message>
      <source>{column}: too long</source>
      <translation>{column}: för lång</translation>
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
      <translation>{name} har ändrat detta under tiden.</translation>
    </message>
    <message>
      <source>{name} has taken the call.</source>
      <translation>{name} har tagit samtalet.</translation>
    </message>
    <message>
      <source>{name} leads there: change that first.</source>
      <translation>{name} leder dit: ändra det först.</translation>
    </message>
    <message>
      <source>{number} belongs to {name}.</source>
      <translation>{number} tillhör {name}.</translation>
    </message>
    <message>
      <source>{number} can't be called.</source>
      <translation>{number} går inte att ringa.</translation>
    </message>
    <message>
      <source>{some} and {last}</source>
      <translation>{some} och {last}</translation>
    </message>
    <message>
      <source>{time} ago</source>
      <translation>för {time} sedan</translation>
    </message>
    <message>
      <source>{time} · cut short</source>
      <translation>{time} · avbrutet</translation>
    </message>
    <message>
      <source>½ hour</source>
      <translation>½ timme</translation>
    </message>
  </context>
  <context>
    <name>Tray</name>
    <message numerus="yes">
      <source>%n new message(s)</source>
      <translation>
        <numerusform>%n nytt meddelande</numerusform>
        <numerusform>%n nya meddelanden</numerusform>
      </translation>
    </message>
    <message>
      <source>Diverted: {reason}</source>
      <translation>Hänvisad: {reason}</translation>
    </message>
    <message>
      <source>Diverted: {reason}, until {time}</source>
      <translation>Hänvisad: {reason}, till {time}</translation>
    </message>
    <message>
      <source>Do not disturb</source>
      <translation>Stör ej</translation>
    </message>
    <message>
      <source>Favourites</source>
      <translation>Favoriter</translation>
    </message>
    <message>
      <source>No new messages</source>
      <translation>Inga nya meddelanden</translation>
    </message>
    <message>
      <source>Not connected</source>
      <translation>Inte ansluten</translation>
    </message>
    <message>
      <source>Not connected – trying again</source>
      <translation>Inte ansluten – försöker igen</translation>
    </message>
    <message>
      <source>Other diversion …</source>
      <translation>Annan hänvisning …</translation>
    </message>
    <message>
      <source>Settings</source>
      <translation>Inställningar</translation>
    </message>
    <message>
      <source>Sign in …</source>
      <translation>Logga in …</translation>
    </message>
    <message>
      <source>Signed out</source>
      <translation>Utloggad</translation>
    </message>
    <message>
      <source>{time} left</source>
      <translation>{time} kvar</translation>
    </message>
  </context>
</TS>
