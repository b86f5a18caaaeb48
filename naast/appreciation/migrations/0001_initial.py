import django.db.models.deletion
import naast.core.fields
import naast.core.ids
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('organisations', '0003_check_settings'),
        ('people', '0008_rests'),
        ('programmes', '0010_basic_care'),
    ]

    operations = [
        migrations.CreateModel(
            name='Gathering',
            fields=[
                ('id', models.UUIDField(default=naast.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('title', models.CharField(max_length=120, verbose_name='what')),
                ('starts_at', models.DateTimeField(verbose_name='when')),
                ('place', models.CharField(max_length=200, verbose_name='where')),
                ('note', models.CharField(blank=True, max_length=300, verbose_name='good to know')),
                ('cancelled_at', models.DateTimeField(blank=True, null=True)),
                ('host', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.membership')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('programme', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='gatherings', to='programmes.programme')),
            ],
            options={
                'ordering': ['starts_at', 'id'],
                'indexes': [models.Index(fields=['organisation', 'starts_at', 'id'], name='appreciatio_organis_d48b04_idx')],
            },
        ),
        migrations.CreateModel(
            name='Guest',
            fields=[
                ('id', models.UUIDField(default=naast.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('is_staff', models.BooleanField(default=False)),
                ('gathering', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='guests', to='appreciation.gathering')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='people.person')),
            ],
            options={
                'ordering': ['id'],
                'constraints': [models.UniqueConstraint(fields=('gathering', 'person'), name='once_a_gathering')],
            },
        ),
        migrations.CreateModel(
            name='Letter',
            fields=[
                ('id', models.UUIDField(default=naast.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('kind', models.CharField(choices=[('reference', 'A letter of reference, in words'), ('certificate', 'A certificate: what I did, and since when')], max_length=12, verbose_name='what')),
                ('state', models.CharField(choices=[('asked', 'Asked for'), ('written', 'Waits for your agreement'), ('agreed', 'Agreed by both'), ('dropped', 'No longer needed')], default='asked', max_length=10)),
                ('aim', naast.core.fields.EncryptedTextField(blank=True, default='', verbose_name='what it is for')),
                ('language', models.CharField(default='nl', max_length=5)),
                ('text', naast.core.fields.EncryptedTextField(blank=True, default='', verbose_name='the letter')),
                ('wish', naast.core.fields.EncryptedTextField(blank=True, default='')),
                ('asked_on', models.DateField()),
                ('agreed_on', models.DateField(blank=True, null=True)),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='reference_letters', to='people.person')),
                ('written_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='organisations.membership')),
            ],
            options={
                'ordering': ['-id'],
                'indexes': [models.Index(fields=['organisation', 'person', '-id'], name='appreciatio_organis_792e98_idx'), models.Index(condition=models.Q(('state', 'asked')), fields=['organisation', 'asked_on'], name='letter_to_write')],
            },
        ),
        migrations.CreateModel(
            name='Post',
            fields=[
                ('id', models.UUIDField(default=naast.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('kind', models.CharField(choices=[('new_here', 'New here'), ('story', 'A good story')], max_length=10)),
                ('title', models.CharField(max_length=120, verbose_name='title')),
                ('words', naast.core.fields.EncryptedTextField(verbose_name='what you would like to tell')),
                ('picture_words', models.CharField(blank=True, max_length=150, verbose_name='what the picture shows')),
                ('state', models.CharField(choices=[('offered', 'To be placed'), ('shown', 'On the board'), ('ended', 'No longer on the board')], default='offered', max_length=10)),
                ('offered_on', models.DateField()),
                ('until_on', models.DateField(verbose_name='may be shown until')),
                ('placed_on', models.DateField(blank=True, null=True)),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='board_posts', to='people.person')),
            ],
            options={
                'ordering': ['-placed_on', '-id'],
                'indexes': [models.Index(fields=['organisation', 'state', 'until_on'], name='appreciatio_organis_1429a2_idx'), models.Index(fields=['organisation', 'state', '-placed_on', '-id'], name='appreciatio_organis_f6b2e9_idx'), models.Index(fields=['organisation', 'person'], name='appreciatio_organis_68f4f5_idx')],
            },
        ),
        migrations.CreateModel(
            name='Picture',
            fields=[
                ('id', models.UUIDField(default=naast.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('jpeg', models.BinaryField()),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('post', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='picture', to='appreciation.post')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Thanks',
            fields=[
                ('id', models.UUIDField(default=naast.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('words', naast.core.fields.EncryptedTextField(blank=True, default='', verbose_name='what it meant')),
                ('given_on', models.DateField()),
                ('seen_at', models.DateTimeField(blank=True, null=True)),
                ('given_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.membership')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='thanks', to='people.person')),
                ('programme', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='programmes.programme')),
            ],
            options={
                'ordering': ['-given_on', '-id'],
                'indexes': [models.Index(fields=['organisation', 'person', '-given_on', '-id'], name='appreciatio_organis_192ea2_idx'), models.Index(fields=['organisation', '-given_on', '-id'], name='appreciatio_organis_0fa209_idx'), models.Index(fields=['organisation', 'programme', '-given_on'], name='appreciatio_organis_34b285_idx'), models.Index(condition=models.Q(('seen_at__isnull', True)), fields=['person'], name='thanks_not_seen')],
            },
        ),
        migrations.CreateModel(
            name='YearLook',
            fields=[
                ('id', models.UUIDField(default=naast.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('year', models.PositiveSmallIntegerField()),
                ('brings', models.JSONField(default=list)),
                ('words', naast.core.fields.EncryptedTextField(blank=True, default='', verbose_name='what it brings me, in my own words')),
                ('is_shared', models.BooleanField(default=False)),
                ('written_on', models.DateField()),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='year_looks', to='people.person')),
            ],
            options={
                'ordering': ['-year'],
                'indexes': [models.Index(fields=['organisation', 'year'], name='appreciatio_organis_2a603f_idx')],
                'constraints': [models.UniqueConstraint(fields=('person', 'year'), name='one_look_a_year')],
            },
        ),
        migrations.CreateModel(
            name='DaysToRemember',
            fields=[
                ('id', models.UUIDField(default=naast.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('birthday', models.BooleanField(default=False, verbose_name='my birthday')),
                ('anniversary', models.BooleanField(default=False, verbose_name='the day on which I began here')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('person', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='days_to_remember', to='people.person')),
            ],
            options={
                'indexes': [models.Index(fields=['organisation'], name='appreciatio_organis_acd862_idx')],
            },
        ),
    ]
